import { launch } from "@/bin/launch/launch";
import { runCommand } from "@/bin/process/command";

runCommand(() => launch("development"));
