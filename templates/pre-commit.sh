#!/bin/sh
# Checks what is about to be committed: only what the last commit does not have already.
exec kb validate --staged --new-since HEAD
