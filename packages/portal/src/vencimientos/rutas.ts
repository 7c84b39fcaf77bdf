import { z } from 'zod';
import {
  errores,
  json,
  pagina,
  ruta,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../plataforma/index.ts';
import { versionVigente } from '../rut/index.ts';
import { paginaCalendario } from './paginas/calendario.tsx';
import { proximosVencimientos } from './proximos.ts';

const TITULAR = z.object({ titular: z.string() });
const UN_ANIO = 365;

const VencimientoApi = z.object({
  obligacion: z.string(),
  periodo: z.string(),
  fecha: z.iso.date(),
  porConfirmar: z.boolean(),
  regla: z.string(),
  razon: z.string(),
});

async function cargar(trx: Transaccion, p: Peticion) {
  const version = await versionVigente(trx, p.titular);
  if (!version) throw errores.noEncontrado();
  return { vencimientos: proximosVencimientos(version.registro, trx.hoy, UN_ANIO) };
}

export const rutasVencimientos: Ruta[] = [
  ruta({
    nombre: 'vencimientos.calendario',
    metodo: 'GET',
    camino: '/de/:titular/vencimientos',
    acceso: 'titular',
    parametros: TITULAR,
    manejar: async (p) =>
      pagina(
        paginaCalendario({
          ...(await p.enTransaccion((trx) => cargar(trx, p))),
          base: `/de/${p.parametros.titular}`,
        }),
      ),
  }),
  ruta({
    nombre: 'vencimientos.api-calendario',
    metodo: 'GET',
    camino: '/api/v1/de/:titular/vencimientos',
    acceso: 'titular',
    parametros: TITULAR,
    api: {
      resumen: 'Los vencimientos del próximo año',
      etiqueta: 'Vencimientos',
      respuestas: { 200: z.object({ vencimientos: z.array(VencimientoApi) }) },
    },
    async manejar(p) {
      const { vencimientos } = await p.enTransaccion((trx) => cargar(trx, p));
      return json({
        vencimientos: vencimientos.map((v) => ({
          obligacion: v.obligacion,
          periodo: v.periodo,
          fecha: v.fecha,
          porConfirmar: v.porConfirmar,
          regla: v.regla,
          razon: v.motivo.razon,
        })),
      });
    },
  }),
];
