/** A real SMTP server for tests, and the mails it took. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type TestSmtpServer = {
  /** For SMTP_URL; the same after a restart. */
  url: string;
  mails: ParsedMail[];
  /** Answers to RCPT TO by address: an SMTP code and words, or nothing to accept. */
  refuse: Map<string, { responseCode: number; message: string }>;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts a server on a free port. It can be stopped and started again on that port. */
export async function aSmtpServer(): Promise<TestSmtpServer> {
  const mails: ParsedMail[] = [];
  const refuse: TestSmtpServer["refuse"] = new Map();
  let port = 0;
  let server: SMTPServer | undefined;
  const test: TestSmtpServer = {
    url: "",
    mails,
    refuse,
    async start() {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS", "AUTH"],
        logger: false,
        onRcptTo({ address }, _session, callback) {
          const refusal = refuse.get(address);
          callback(refusal ? Object.assign(new Error(refusal.message), refusal) : null);
        },
        onData(stream, _session, callback) {
          simpleParser(stream).then((mail) => {
            mails.push(mail);
            callback(null);
          }, callback);
        },
      });
      server.listen(port, "127.0.0.1");
      await once(server.server, "listening");
      port = (server.server.address() as AddressInfo).port;
      test.url = `smtp://127.0.0.1:${String(port)}`;
    },
    async stop() {
      const stopping = server;
      server = undefined;
      if (!stopping) return;
      await new Promise<void>((resolve) => {
        stopping.close(resolve);
      });
    },
  };
  await test.start();
  return test;
}
