import { z } from 'zod';
import {
  errores,
  json,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../plataforma/index.ts';
import { historiaDeEstados } from './consultas.ts';
import { paginaVersiones } from './paginas/versiones.tsx';
import { pedirCopia } from './pedir-copia.ts';
import { versionesConCambios } from './versiones.ts';

const TITULAR = z.object({ titular: z.string() });
const VERSION = z.object({
  titular: z.string(),
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
});

const VersionApi = z.object({
  version: z.int(),
  concepto: z.string(),
  formulario: z.string(),
  radicado: z.string(),
  hash: z.string(),
  creadaEn: z.iso.datetime(),
  vigenteHasta: z.iso.datetime().nullable(),
  cambios: z.array(
    z.object({ casilla: z.string(), nombre: z.string(), antes: z.string(), despues: z.string() }),
  ),
});
const EstadoApi = z.object({
  estado: z.enum(['activo', 'suspendido', 'cancelado']),
  desde: z.iso.date(),
  acto: z.string(),
});
const CopiaApi = z.object({ copia: z.string(), emitidaEn: z.iso.datetime(), sellada: z.boolean() });

/** What a RUT has said and when, and a copy of any of its versions. */
export function rutasVersiones(o: { demostracion: boolean }): Ruta[] {
  const leer = (p: Peticion) =>
    p.enTransaccion(async (trx) => {
      const versiones = await versionesConCambios(trx, p.titular);
      if (versiones.length === 0) throw errores.noEncontrado();
      return { versiones, estados: await historiaDeEstados(trx, p.titular) };
    });
  const pedir = (p: Peticion<z.output<typeof VERSION>>, trx: Transaccion) =>
    unaSolaVez(trx, p, async () => {
      const { version } = p.parametros;
      const d = await pedirCopia(trx, { titular: p.titular, demostracion: o.demostracion, version });
      return { copia: d.idPublico, emitidaEn: d.emitidoEn.toISOString(), sellada: d.sellado !== undefined };
    });
  return [
    ruta({
      nombre: 'rut.ver-versiones',
      metodo: 'GET',
      camino: '/de/:titular/rut/versiones',
      acceso: 'titular',
      parametros: TITULAR,
      manejar: async (p) =>
        pagina(
          paginaVersiones({
            ...(await leer(p)),
            base: `/de/${p.parametros.titular}/rut`,
          }),
        ),
    }),
    ruta({
      nombre: 'rut.pedir-copia-de-version',
      metodo: 'POST',
      camino: '/de/:titular/rut/versiones/:version/copias',
      acceso: 'titular',
      // A copy changes nothing.
      ambito: 'consultar',
      parametros: VERSION,
      porMinuto: 30,
      async manejar(p) {
        await p.enTransaccion((trx) => pedir(p, trx));
        return redirigir(`/de/${p.parametros.titular}/rut`);
      },
    }),
    ruta({
      nombre: 'rut.api-ver-versiones',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/rut/versiones',
      acceso: 'titular',
      parametros: TITULAR,
      api: {
        resumen: 'Las versiones del RUT y sus estados',
        etiqueta: 'RUT',
        respuestas: { 200: z.object({ versiones: z.array(VersionApi), estados: z.array(EstadoApi) }) },
      },
      async manejar(p) {
        const { versiones, estados } = await leer(p);
        return json({
          versiones: versiones.map(({ version: v, hasta, cambios = [] }) => ({
            version: v.numero,
            concepto: v.concepto,
            formulario: v.formulario,
            radicado: v.radicado,
            hash: v.hash.toString('hex'),
            creadaEn: v.creadaEn.toISOString(),
            vigenteHasta: hasta?.toISOString() ?? null,
            cambios: cambios.map(({ casilla, nombre, antes, despues }) => ({
              casilla,
              nombre,
              antes,
              despues,
            })),
          })),
          estados,
        });
      },
    }),
    ruta({
      nombre: 'rut.api-pedir-copia-de-version',
      metodo: 'POST',
      camino: '/api/v1/de/:titular/rut/versiones/:version/copias',
      acceso: 'titular',
      // A copy changes nothing.
      ambito: 'consultar',
      parametros: VERSION,
      porMinuto: 60,
      api: {
        resumen: 'Pide la copia de una versión del RUT',
        etiqueta: 'RUT',
        descripcion:
          'La de una versión que ya no rige lo dice, y hasta cuándo rigió. La misma `Idempotency-Key` da la misma copia.',
        respuestas: { 202: CopiaApi },
      },
      manejar: async (p) => json(await p.enTransaccion((trx) => pedir(p, trx)), 202),
    }),
  ];
}
