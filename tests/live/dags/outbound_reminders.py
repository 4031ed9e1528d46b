"""A small outbound campaign: one mapped task for each contact.

Most contacts answer at once. Number 3 is busy once and answers the second try. Number 5 has
opted out and is skipped. Number 7 fails both tries that it has, and answers when it is tried
again by hand; where the run says `broken`, it never answers.
"""

import time
from datetime import timedelta

from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowSkipException


@dag(schedule=None, catchup=False, max_active_runs=2, tags=["outbound"])
def outbound_reminders():
    @task
    def load_contacts(dag_run=None):
        count = (dag_run.conf or {}).get("contacts", 8)
        return [{"contact_id": f"c{n:04}", "phone": f"+1415555{n:04}"} for n in range(count)]

    @task(retries=1, retry_delay=timedelta(seconds=1), map_index_template="{{ contact['phone'] }}")
    def call_contact(contact, ti=None, dag_run=None):
        time.sleep(0.1)
        number = int(contact["contact_id"][1:])
        if number == 5:
            raise AirflowSkipException("Opted out")
        if number == 3 and ti.try_number == 1:
            raise RuntimeError("SIP 486: busy")
        if number == 7 and (ti.try_number <= 2 or (dag_run.conf or {}).get("broken")):
            raise RuntimeError("SIP 503: the trunk is down")

    call_contact.expand(contact=load_contacts())


outbound_reminders()
