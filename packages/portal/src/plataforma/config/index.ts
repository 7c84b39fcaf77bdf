import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';

const vacioEsAusente = (v: unknown) => (v === '' ? undefined : v);
const opcional = <T extends z.ZodType>(tipo: T) => z.preprocess(vacioEsAusente, tipo.optional());
const interruptor = opcional(
  z.enum(['1', '0', 'true', 'false', 'on', 'off']).transform((v) => ['1', 'true', 'on'].includes(v)),
);
const puerto = z.coerce.number().int().min(0).max(65_535);
const url = (...protocolos: string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocolos.includes(new URL(v).protocol), {
    error: `debe ser una URL ${protocolos.map((p) => `${p}//`).join(' o ')}`,
  });

/** Addresses or networks of proxies, as `proxy-addr` reads them. Trusting everybody is not among the choices. */
const redes = z.string().refine(
  (v) =>
    v.split(',').every((parte) => {
      const [direccion = '', bits, ...resto] = parte.trim().split('/');
      if (
        resto.length === 0 &&
        bits === undefined &&
        ['loopback', 'linklocal', 'uniquelocal'].includes(direccion)
      )
        return true;
      const familia = isIP(direccion);
      const tope = familia === 4 ? 32 : 128;
      return (
        familia !== 0 &&
        resto.length === 0 &&
        (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= tope))
      );
    }),
  { error: 'debe ser loopback, o las direcciones o redes de los proxies: 10.0.0.0/8,::1' },
);

const ESQUEMA = z.object({
  NODE_ENV: opcional(z.enum(['development', 'production', 'test'])),
  PORT: opcional(puerto),
  HOST: opcional(z.string()),
  PUBLIC_URL: opcional(url('http:', 'https:')),
  DATABASE_URL: opcional(url('postgres:', 'postgresql:')),
  DATABASE_OWNER_URL: opcional(url('postgres:', 'postgresql:')),
  DATABASE_POOL: opcional(z.coerce.number().int().min(2).max(500)),
  DATA_DIR: opcional(z.string()),
  MASTER_KEY: opcional(
    z.string().refine((v) => Buffer.from(v, 'base64').length === 32, {
      error: 'debe ser de 32 bytes en base64 (openssl rand -base64 32)',
    }),
  ),
  SMTP_URL: opcional(url('smtp:', 'smtps:')),
  SMTP_FROM: opcional(z.string().min(3)),
  SMS_URL: opcional(url('http:', 'https:')),
  SMS_TOKEN: opcional(z.string()),
  BANK_URL: opcional(url('http:', 'https:')),
  BANK_TOKEN: opcional(z.string()),
  BANK_SECRET: opcional(z.string().min(32, { error: 'debe tener 32 signos o más' })),
  WEBHOOK_HOSTS: opcional(
    z.string().regex(/^[\w.:[\]-]+(,[\w.:[\]-]+)*$/, {
      error: 'deben ser nombres o direcciones con su puerto, entre comas: avisos.interno:8443',
    }),
  ),
  S3_ENDPOINT: opcional(url('http:', 'https:')),
  S3_REGION: opcional(z.string()),
  S3_BUCKET: opcional(z.string()),
  S3_ACCESS_KEY_ID: opcional(z.string()),
  S3_SECRET_ACCESS_KEY: opcional(z.string()),
  TSA_URL: opcional(url('http:', 'https:')),
  CLAMD: opcional(url('tcp:', 'unix:')),
  IDENTITY_URL: opcional(url('http:', 'https:')),
  IDENTITY_TOKEN: opcional(z.string()),
  HELP_EMAIL: opcional(z.email({ error: 'debe ser un correo' })),
  HELP_PHONE: opcional(z.string().regex(/^[+\d() -]{5,30}$/, { error: 'debe ser un teléfono' })),
  HELP_HOURS: opcional(z.string().max(120)),
  HELP_ADDRESS: opcional(z.string().max(160)),
  DEMO: interruptor,
  DEMORA_MAXIMA_MS: opcional(z.coerce.number().int().min(100).max(600_000)),
  WORKERS: opcional(z.coerce.number().int().min(0).max(64)),
  TRUST_PROXY: opcional(redes),
  LOG_LEVEL: opcional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

/** Faults of some variables with others; looked for also where one alone is at fault, to tell all at once. */
function faltasEntre(v: Record<string, string | undefined>): string[] {
  const faltas: string[] = [];
  const s3 = [v.S3_ENDPOINT, v.S3_BUCKET, v.S3_ACCESS_KEY_ID, v.S3_SECRET_ACCESS_KEY];
  if (s3.some(Boolean) && !s3.every(Boolean))
    faltas.push('S3_ENDPOINT: S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID y S3_SECRET_ACCESS_KEY van juntas');
  if (Boolean(v.BANK_URL) !== Boolean(v.BANK_SECRET))
    faltas.push('BANK_URL: BANK_URL y BANK_SECRET van juntas');
  if (v.DATABASE_OWNER_URL && !v.DATABASE_URL)
    faltas.push('DATABASE_URL: falta: DATABASE_OWNER_URL la necesita');
  if (v.NODE_ENV === 'production' && v.DATABASE_URL && !v.MASTER_KEY)
    faltas.push(
      'MASTER_KEY: falta: en producción cifra las llaves guardadas y debe ser la misma en todos los nodos',
    );
  const esDemo = ['1', 'true', 'on'].includes(v.DEMO ?? '');
  if (v.NODE_ENV === 'production' && v.DATABASE_URL && !esDemo)
    for (const variable of ['SMTP_URL', 'SMS_URL'])
      if (!v[variable])
        faltas.push(
          `${variable}: falta: sin ella los códigos no le llegan a nadie (o DEMO=1, si es una demostración)`,
        );
  return faltas;
}

/** Each as it is shown. */
export interface ModosDeAyuda {
  correo?: string;
  telefono?: string;
  /** «Lunes a viernes, 8 a. m. a 4 p. m.» */
  horario?: string;
  direccion?: string;
}

/** What the office needs to know of its surroundings, parsed once at boot. */
export interface Config {
  puerto: number;
  host: string;
  urlPublica: string;
  /** Absent: the embedded PostgreSQL of `directorioDatos` is used. */
  baseDeDatos?: { urlAplicacion: string; urlPropietario: string };
  conexiones: number;
  directorioDatos: string;
  claveMaestra?: Buffer;
  smtp?: string;
  remitente: string;
  sms?: { url: string; token?: string };
  /** The bank through which one pays in line, and the key with which it signs its notices. */
  banco?: { url: string; token?: string; secreto: string };
  /** Hosts, with their port, that may be told of what is new though they are not public or have no TLS. */
  avisosA: readonly string[];
  s3?: { endpoint: string; region: string; bucket: string; idLlave: string; secreto: string };
  urlEstampado?: string;
  /** Antivirus: `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`. */
  clamd?: string;
  identidad?: { url: string; token?: string };
  /** How a person reaches the office; nothing is promised of what is absent. */
  ayuda: ModosDeAyuda;
  /** Demonstration: fictional data, local mailbox page and documents without validity. */
  demo: boolean;
  /** `DEMO` is written, and not only supposed: the local mailbox answers to other machines too. */
  demoEscrita: boolean;
  /** Jobs at the same time in this process; 0 leaves them to `autogestion trabajar`. */
  /** Delay of the event loop from which new requests are turned away, milliseconds. */
  demoraMaximaMs: number;
  trabajadores: number;
  proxyDeConfianza: string | boolean;
  nivelRegistro: string;
  produccion: boolean;
}

/** Thrown at boot with every fault of the environment at once. */
export class ErrorConfiguracion extends Error {
  readonly faltas: string[];
  constructor(faltas: string[]) {
    super(
      `La configuración tiene ${faltas.length === 1 ? 'una falta' : `${faltas.length} faltas`}:\n  ${faltas.join('\n  ')}`,
    );
    this.name = 'ErrorConfiguracion';
    this.faltas = faltas;
  }
}

/** @throws ErrorConfiguracion with the list of faults. */
export function leerConfig(entorno: Record<string, string | undefined>): Config {
  const leido = ESQUEMA.safeParse(entorno);
  const entre = faltasEntre(entorno);
  if (!leido.success || entre.length > 0) {
    const propias = leido.error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`) ?? [];
    throw new ErrorConfiguracion([...propias, ...entre]);
  }
  const v = leido.data;
  const puertoHttp = v.PORT ?? 3000;
  return {
    puerto: puertoHttp,
    host: v.HOST ?? 'localhost',
    urlPublica: (v.PUBLIC_URL ?? `http://localhost:${puertoHttp}`).replace(/\/$/, ''),
    ...definidos({
      baseDeDatos: v.DATABASE_URL
        ? { urlAplicacion: v.DATABASE_URL, urlPropietario: v.DATABASE_OWNER_URL ?? v.DATABASE_URL }
        : undefined,
    }),
    conexiones: v.DATABASE_POOL ?? 20,
    directorioDatos: resolve(v.DATA_DIR ?? '.data'),
    ...definidos({
      claveMaestra: v.MASTER_KEY ? Buffer.from(v.MASTER_KEY, 'base64') : undefined,
      smtp: v.SMTP_URL || undefined,
    }),
    remitente: v.SMTP_FROM ?? 'Autogestión <no-responder@localhost>',
    ...definidos({
      sms: v.SMS_URL ? { url: v.SMS_URL, ...definidos({ token: v.SMS_TOKEN || undefined }) } : undefined,
    }),
    ...(v.BANK_URL &&
      v.BANK_SECRET && {
        banco: {
          url: v.BANK_URL,
          secreto: v.BANK_SECRET,
          ...definidos({ token: v.BANK_TOKEN || undefined }),
        },
      }),
    avisosA: v.WEBHOOK_HOSTS?.toLowerCase().split(',') ?? [],
    ...(v.S3_ENDPOINT &&
      v.S3_BUCKET &&
      v.S3_ACCESS_KEY_ID &&
      v.S3_SECRET_ACCESS_KEY && {
        s3: {
          endpoint: v.S3_ENDPOINT,
          region: v.S3_REGION ?? 'us-east-1',
          bucket: v.S3_BUCKET,
          idLlave: v.S3_ACCESS_KEY_ID,
          secreto: v.S3_SECRET_ACCESS_KEY,
        },
      }),
    ...definidos({
      urlEstampado: v.TSA_URL || undefined,
      clamd: v.CLAMD || undefined,
      identidad: v.IDENTITY_URL
        ? { url: v.IDENTITY_URL, ...definidos({ token: v.IDENTITY_TOKEN || undefined }) }
        : undefined,
    }),
    ayuda: definidos({
      correo: v.HELP_EMAIL,
      telefono: v.HELP_PHONE,
      horario: v.HELP_HOURS,
      direccion: v.HELP_ADDRESS,
    }),
    demo: v.DEMO ?? !v.DATABASE_URL,
    demoEscrita: v.DEMO === true,
    demoraMaximaMs: v.DEMORA_MAXIMA_MS ?? 2_000,
    trabajadores: v.WORKERS ?? 2,
    proxyDeConfianza: v.TRUST_PROXY ?? false,
    nivelRegistro: v.LOG_LEVEL ?? 'info',
    produccion: v.NODE_ENV === 'production',
  };
}
