import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { consoleReporter, type Report } from '@faultless/express';

/** What each framework's request, and a guard's connection, tell of where they came from. */
interface Origin {
  readonly socket: Duplex;
}

/** Both ends of a connection, as the server sees it. */
interface Ends {
  readonly server: number | undefined;
  readonly client: number | undefined;
}

/** Reports go to the console, as without a desk; those of requests that are waited for are kept too. */
export interface ReportDesk {
  /** The `report` option of every handler. */
  readonly report: (report: Report, origin: Origin) => void;
  /** Learns where a server's connections come from: a broken one can't be asked any more. */
  watch(server: Server): void;
  /** The reports of one connection, as they come in. */
  open(ends: Ends): readonly Report[];
  close(ends: Ends): void;
}

export function createReportDesk(): ReportDesk {
  const names = new WeakMap<Duplex, string>();
  const kept = new Map<string, Report[]>();
  return {
    report(report, { socket }) {
      consoleReporter(report);
      kept.get(names.get(socket) ?? '')?.push(report);
    },
    watch(server) {
      server.on('connection', (socket) => {
        names.set(socket, nameOf({ server: socket.localPort, client: socket.remotePort }));
      });
    },
    open(ends) {
      const reports: Report[] = [];
      kept.set(nameOf(ends), reports);
      return reports;
    },
    close(ends) {
      kept.delete(nameOf(ends));
    },
  };
}

function nameOf({ server, client }: Ends): string {
  return `${server}/${client}`;
}
