#!/usr/bin/env bash
# What a page of a mapped API costs against the same page of the contract.
source "$(dirname "$0")/toolchain.sh"

exec cargo run --locked --release --quiet --example bench_mapping
