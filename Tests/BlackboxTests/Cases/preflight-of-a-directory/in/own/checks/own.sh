#!/bin/sh
pwd | grep -q /own$
