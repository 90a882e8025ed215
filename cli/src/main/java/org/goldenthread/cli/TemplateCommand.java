package org.goldenthread.cli;
