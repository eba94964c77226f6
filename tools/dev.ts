import { runCommand } from "@/bin/command";
import { launch } from "@/bin/launch";

runCommand(() => launch("development"));
