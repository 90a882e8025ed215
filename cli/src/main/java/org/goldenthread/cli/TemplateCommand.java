package org.goldenthread.cli;
import picocli.CommandLine.Command;
@Command(name="template") final class TemplateCommand implements Runnable { public void run() {} }
