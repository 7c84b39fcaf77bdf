import { sql } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EnTransaccion, Transaccion } from '../transaccion/index.ts';

const registro = new Registry();
collectDefaultMetrics({ register: registro });

const duracion = new Histogram({
  name: 'autogestion_http_segundos',
  help: 'Duration of requests by method, route pattern and status',
  labelNames: ['metodo', 'ruta', 'estado'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registro],
});

export function medirPeticiones(metodo: string, ruta: string, estado: number, segundos: number): void {
  duracion.observe({ metodo, ruta, estado }, segundos);
}

/** The dearest thing that an attempt to come in makes the office do, and the sign of somebody guessing. */
export const contrasenasVerificadas = new Counter({
  name: 'autogestion_contrasenas_verificadas_total',
  help: 'Verifications of a password, also of those that do not exist',
  registers: [registro],
});

const ESPERAS: Record<string, string> = {
  mensajes: 'select count(*) from plataforma.mensaje where enviado_en is null and fallido_en is null',
  auditoria_sin_sellar: 'select count(*) from plataforma.auditoria_pendiente',
  trabajos: 'select count(*) from graphile_worker.jobs where attempts < max_attempts',
  trabajos_rendidos: 'select count(*) from graphile_worker.jobs where attempts >= max_attempts',
};

/** Gauges of what waits, read from the database when they are asked for. */
export function medirEsperas(enTransaccionDelPropietario: EnTransaccion): void {
  if (registro.getSingleMetric('autogestion_en_espera')) registro.removeSingleMetric('autogestion_en_espera');
  new Gauge({
    name: 'autogestion_en_espera',
    help: 'Rows that wait for a job, by kind',
    labelNames: ['clase'] as const,
    registers: [registro],
    async collect() {
      this.reset();
      const medir = enTransaccionDelPropietario({ tipo: 'sistema', trabajo: 'metricas' }, async (trx) => {
        for (const [clase, consulta] of Object.entries(ESPERAS)) {
          const { rows } = await sql.raw<{ count: bigint }>(consulta).execute(trx.bd);
          this.set({ clase }, Number(rows[0]?.count ?? 0));
        }
      });
      // Without a database these are absent, and the rest is what tells it.
      await medir.catch(() => undefined);
    },
  });
}

/** Gauges that the rooms bring, each under its name: `autogestion_medida{nombre=…}`. */
export function medirSalas(
  medidas: Readonly<Record<string, (trx: Transaccion) => Promise<number>>>,
  enTransaccionDelPropietario: EnTransaccion,
): void {
  const name = 'autogestion_medida';
  if (registro.getSingleMetric(name)) registro.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Figures of the rooms, by name',
    labelNames: ['nombre'] as const,
    registers: [registro],
    async collect() {
      this.reset();
      const medir = enTransaccionDelPropietario({ tipo: 'sistema', trabajo: 'metricas' }, async (trx) => {
        for (const [nombre, leer] of Object.entries(medidas)) this.set({ nombre }, await leer(trx));
      });
      await medir.catch(() => undefined);
    },
  });
}

/** Where the data directory is: the embedded database, certificates, the master key. */
export function medirEspacio(libre: () => Promise<number | undefined>): void {
  const name = 'autogestion_espacio_libre_bytes';
  if (registro.getSingleMetric(name)) registro.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Bytes that may still be written on the disk of the data directory',
    registers: [registro],
    async collect() {
      const bytes = await libre();
      if (bytes === undefined) this.reset();
      else this.set(bytes);
    },
  });
}

export const textoMetricas = (): Promise<string> => registro.metrics();
export const MEDIA_METRICAS = registro.contentType;
