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
import { calendarioIcs } from './calendario-ics.ts';
import { faltaSaberIngresos, hechosDe, topeDeIngresos, type Ingresos } from './lo-que-dice.ts';
import { lineasDe, proximosVencimientos } from './proximos.ts';

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

const CONSULTA = z.object({ ingresos: z.enum(['si', 'no']).optional(), dia: z.iso.date().optional() });

async function cargar(trx: Transaccion, p: Peticion, ingresos?: Ingresos) {
  const version = await versionVigente(trx, p.titular);
  if (!version) throw errores.noEncontrado();
  const de = (i: Ingresos | undefined) =>
    proximosVencimientos(version.registro, trx.hoy, UN_ANIO, hechosDe(i, trx.hoy));
  // Whether there is something to ask does not depend on having been answered.
  const pregunta = faltaSaberIngresos(de(undefined))
    ? { tope: topeDeIngresos(trx.hoy), ingresos }
    : undefined;
  return { vencimientos: de(pregunta && ingresos), pregunta, hoy: trx.hoy, ahora: trx.ahora };
}

export const rutasVencimientos = (o: { urlPublica: string }): Ruta[] => [
  ruta({
    nombre: 'vencimientos.calendario',
    metodo: 'GET',
    camino: '/de/:titular/vencimientos',
    acceso: 'titular',
    parametros: TITULAR,
    consulta: CONSULTA,
    async manejar(p) {
      const { vencimientos, ...datos } = await p.enTransaccion((trx) => cargar(trx, p, p.consulta.ingresos));
      return pagina(
        paginaCalendario({ ...datos, lineas: lineasDe(vencimientos), base: `/de/${p.parametros.titular}` }),
      );
    },
  }),
  ruta({
    nombre: 'vencimientos.archivo',
    metodo: 'GET',
    camino: '/de/:titular/vencimientos/calendario.ics',
    acceso: 'titular',
    parametros: TITULAR,
    consulta: CONSULTA,
    async manejar(p) {
      const { dia, ingresos } = p.consulta;
      const { vencimientos, ahora } = await p.enTransaccion((trx) => cargar(trx, p, ingresos));
      const { titular } = p.parametros;
      const texto = calendarioIcs(
        lineasDe(vencimientos).filter((l) => dia === undefined || l.fecha === dia),
        { deQuien: titular, ahora, direccion: `${o.urlPublica}/de/${titular}/vencimientos` },
      );
      return {
        tipo: 'archivo',
        contenido: Buffer.from(texto),
        media: 'text/calendar; charset=utf-8',
        nombre: 'vencimientos.ics',
      };
    },
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
