#!/bin/sh
# Checks what is about to be committed.
exec kb validate --staged
