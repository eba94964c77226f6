import { runCommand } from "@/bin/command";
import { preparePortal } from "@/bin/prepare";
import { supervise } from "@/bin/supervisor";

runCommand(() => supervise(preparePortal));
