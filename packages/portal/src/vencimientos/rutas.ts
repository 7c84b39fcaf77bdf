import { z } from 'zod';
import { siONo } from '../interfaz/preguntas/index.ts';
import { json, pagina, puede, redirigir, ruta, type Peticion, type Ruta } from '../plataforma/index.ts';
import { paginaCalendario } from './paginas/calendario.tsx';
import { calendarioIcs } from './calendario-ics.ts';
import { calendarioDe, decirIngresos } from './decir-ingresos.ts';
import { lineasDe } from './proximos.ts';

const TITULAR = z.object({ titular: z.string() });

const VencimientoApi = z.object({
  obligacion: z.string(),
  periodo: z.string(),
  fecha: z.iso.date(),
  porConfirmar: z.boolean(),
  regla: z.string(),
  razon: z.string(),
});
const PreguntaApi = z.object({
  anio: z.int().describe('El año de los ingresos'),
  tope: z.string().describe('92.000 UVT de ese año, en pesos (ET 600)'),
  llegan: z.boolean().nullable().describe('Lo último que se dijo; null si no se ha dicho'),
  dichoEn: z.iso.datetime().nullable(),
});
const CalendarioApi = z.object({ vencimientos: z.array(VencimientoApi), ingresos: z.array(PreguntaApi) });

const DIA = z.object({ dia: z.iso.date().optional() });
const ANIO = z.coerce.number({ error: 'Escriba el año.' }).int();
const LLEGAN = siONo({ falta: 'Diga si llegaron o no.' });

async function calendarioApi(p: Peticion) {
  const { vencimientos, preguntas } = await p.enTransaccion(calendarioDe);
  return json({
    vencimientos: vencimientos.map((v) => ({
      obligacion: v.obligacion,
      periodo: v.periodo,
      fecha: v.fecha,
      porConfirmar: v.porConfirmar,
      regla: v.regla,
      razon: v.motivo.razon,
    })),
    ingresos: preguntas.map(({ anio, tope, dicho }) => ({
      anio,
      tope: String(tope),
      llegan: dicho?.llegan ?? null,
      dichoEn: dicho?.en.toISOString() ?? null,
    })),
  });
}

async function calendario(p: Peticion<{ titular: string }>, errores: Record<string, string> = {}) {
  const { hoy, vencimientos, preguntas } = await p.enTransaccion(async (trx) => ({
    ...(await calendarioDe(trx)),
    hoy: trx.hoy,
  }));
  return paginaCalendario({
    preguntas,
    hoy,
    errores,
    puedeDecir: puede(p.actor, p.titular, 'preparar'),
    lineas: lineasDe(vencimientos),
    base: `/de/${p.parametros.titular}`,
  });
}

const comun = { acceso: 'titular', parametros: TITULAR } as const;

export const rutasVencimientos = (o: { urlPublica: string }): Ruta[] => [
  ruta({
    ...comun,
    nombre: 'vencimientos.calendario',
    metodo: 'GET',
    camino: '/de/:titular/vencimientos',
    manejar: async (p) => pagina(await calendario(p)),
  }),
  ruta({
    ...comun,
    nombre: 'vencimientos.decir-ingresos',
    metodo: 'POST',
    camino: '/de/:titular/vencimientos',
    ambito: 'preparar',
    cuerpo: z.object({ anio: ANIO }).and(LLEGAN.esquema.transform((llegan) => ({ llegan }))),
    invalido: (p, campos) => calendario(p, campos),
    async manejar(p) {
      const r = await p.enTransaccion((trx) => decirIngresos(trx, p.cuerpo));
      return r.tipo === 'rechazo' ? r : redirigir(`/de/${p.parametros.titular}/vencimientos`);
    },
  }),
  ruta({
    ...comun,
    nombre: 'vencimientos.archivo',
    metodo: 'GET',
    camino: '/de/:titular/vencimientos/calendario.ics',
    consulta: DIA,
    async manejar(p) {
      const { dia } = p.consulta;
      const { vencimientos, ahora } = await p.enTransaccion(async (trx) => ({
        ...(await calendarioDe(trx)),
        ahora: trx.ahora,
      }));
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
    ...comun,
    nombre: 'vencimientos.api-calendario',
    metodo: 'GET',
    camino: '/api/v1/de/:titular/vencimientos',
    api: {
      resumen: 'Los vencimientos del próximo año',
      etiqueta: 'Vencimientos',
      descripcion: '`ingresos`: lo que se pregunta para saber si el IVA es cada dos meses o cada cuatro.',
      respuestas: { 200: CalendarioApi },
    },
    manejar: calendarioApi,
  }),
  ruta({
    ...comun,
    nombre: 'vencimientos.api-decir-ingresos',
    metodo: 'POST',
    camino: '/api/v1/de/:titular/vencimientos/ingresos',
    ambito: 'preparar',
    cuerpo: z.object({ anio: z.int(), llegan: z.boolean() }),
    api: {
      resumen: 'Dice si los ingresos de un año llegaron a 92.000 UVT (ET 600)',
      etiqueta: 'Vencimientos',
      respuestas: { 200: CalendarioApi },
    },
    async manejar(p) {
      const r = await p.enTransaccion((trx) => decirIngresos(trx, p.cuerpo));
      return r.tipo === 'rechazo' ? r : calendarioApi(p);
    },
  }),
];
