import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Part } from "@/tools/campaign/several/part";

/** nginx before web processes, as docs/operations.md says. */
export async function openBalancer(options: {
  port: number;
  webPorts: number[];
  directory: string;
}): Promise<Part> {
  const { port, webPorts, directory } = options;
  const own = path.join(directory, "nginx");
  await mkdir(own, { recursive: true });
  const file = path.join(own, "nginx.conf");
  await writeFile(file, configuration({ port, webPorts, own }));
  const url = `http://127.0.0.1:${port}/api/health/ready`;
  return new Part({
    name: "nginx",
    command: () => ({ file: "nginx", args: ["-p", own, "-c", file], cwd: own }),
    settings: {},
    logs: directory,
    isReady: async () => (await fetch(url)).ok,
  });
}

function configuration({ port, webPorts, own }: { port: number; webPorts: number[]; own: string }): string {
  const servers = webPorts.map((at) => `server 127.0.0.1:${at} max_fails=0;`).join(" ");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${own}/${name};`)
    .join(" ");
  return `daemon off; master_process off; pid ${own}/nginx.pid; error_log ${own}/error.log warn;
events { worker_connections 1024; }
http {
  access_log off; ${temporary}
  upstream web { ${servers} keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 6m;
    proxy_connect_timeout 2s; proxy_read_timeout 60s;
    proxy_http_version 1.1; proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
    location / { proxy_pass http://web; }
    # While two builds serve, a page of one may ask the other for its scripts.
    location /_next/static/ { proxy_pass http://web; proxy_next_upstream error timeout http_404; }
  }
}
`;
}
