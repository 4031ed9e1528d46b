"""The published contract, as something answers can be held against."""

import pathlib

import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PATH = pathlib.Path(__file__).resolve().parents[2] / "docs" / "openapi.yaml"


class Contract:
    """The schemas of docs/openapi.yaml by name."""

    def __init__(self):
        self.document = yaml.safe_load(PATH.read_text(encoding="utf-8"))
        resource = Resource.from_contents(self.document, default_specification=DRAFT202012)
        self._registry = Registry().with_resource("urn:contract", resource)
        self._validators = {}

    def violations(self, schema, value):
        """Every way in which a value breaks the schema of that name."""
        if schema not in self._validators:
            self._validators[schema] = Draft202012Validator(
                {"$ref": f"urn:contract#/components/schemas/{schema}"},
                registry=self._registry,
                format_checker=Draft202012Validator.FORMAT_CHECKER,
            )
        errors = self._validators[schema].iter_errors(value)
        return [f"{error.json_path}: {error.message[:200]}" for error in errors]

    def check_itself(self, tally):
        """The document is OpenAPI 3.1, and its examples follow their schemas."""
        trouble = OpenAPIV31SpecValidator(self.document).iter_errors()
        tally.expect("the document is OpenAPI 3.1", [error.message[:200] for error in trouble])
        for schema, name, value in self._examples():
            tally.expect(f"example {name} is a {schema}", self.violations(schema, value))

    def _examples(self):
        """Each example with the schema that it is an example of."""
        for content in _contents(self.document["paths"], self.document["components"]["responses"]):
            schema = content["schema"]["$ref"].rsplit("/", 1)[1]
            for reference in content["examples"].values():
                name = reference["$ref"].rsplit("/", 1)[1]
                yield schema, name, self.document["components"]["examples"][name]["value"]


def _contents(paths, responses):
    operations = [operation for path in paths.values() for operation in path.values()]
    for operation in operations:
        if "requestBody" in operation:
            yield from operation["requestBody"]["content"].values()
        # A file has no examples.
        answers = operation["responses"]["200"]["content"]
        yield from (answers[kind] for kind in answers if kind == "application/json")
    for response in responses.values():
        yield from response["content"].values()
