#!/bin/sh
echo 'last script'
