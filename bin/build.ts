import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";

runCommand(() => supervise(preparePortal));
