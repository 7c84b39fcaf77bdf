import { z } from 'zod';
import {
  abrirBorrador,
  apiDeRecorrido,
  borradoresDe,
  llenarBorrador,
  rutasDeRecorrido,
} from '../../interfaz/recorrido/index.ts';
import {
  pagina,
  puede,
  redirigir,
  ruta,
  type Claves,
  type Formulario,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { exigirNinguna } from '../../tramites/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { calcular, type Calculo, type LoSabido, type Pedido } from './calcular.ts';
import { facilidadesDelTitular } from './consultas.ts';
import { csvDeCuotas } from './csv.ts';
import { FACILIDAD } from './identificador.ts';
import { leerLoSabido } from './lo-sabido.ts';
import { paginaSimulador } from './paginas/simulador.tsx';
import { PREGUNTAS, SUPUESTO } from './preguntas.ts';
import { recorridoDeFacilidad } from './recorrido.ts';

const TITULAR = z.object({ titular: z.string() });
const BASE = '/de/:titular/obligaciones/facilidad';
const API = `/api/v1${BASE}`;
/** Whatever an address or a form says: the questions read it. */
const LO_ESCRITO = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const CAMPOS = ['deudas', 'cuotas', 'periodicidad', 'inicial', 'garantia'] as const;

const ResultadoApi = z.object({ solicitud: z.string().describe('La solicitud, que espera la firma') });

/** The simulator, and the journey that asks for what it gave. */
export function rutasDeFacilidad(o: { claves: Claves }): Ruta[] {
  const recorrido = recorridoDeFacilidad();
  const opciones = { acceso: 'titular', claves: o.claves } as const;
  const comun = { acceso: 'titular', parametros: TITULAR } as const;
  const abrir = async (trx: Transaccion, p: Peticion<{ titular: string }>) => {
    await exigirNinguna(trx, { titular: p.titular, tipo: FACILIDAD, titularPublico: p.parametros.titular });
    const { deudas } = await leerLoSabido(trx);
    if (deudas.length === 0) throw erroresDeObligaciones.sinDeudaParaCuotas();
    return abrirBorrador(trx, recorrido);
  };
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.facilidad',
      metodo: 'GET',
      camino: BASE,
      consulta: LO_ESCRITO,
      async manejar(p) {
        const { titular } = p.parametros;
        const visto = await p.enTransaccion(async (trx) => ({
          ...(await simulado(trx, p.consulta)),
          facilidades: await facilidadesDelTitular(trx),
          borradores: await borradoresDe(trx, FACILIDAD, p.titular),
        }));
        const html = paginaSimulador({
          ...visto,
          base: `/de/${titular}`,
          camino: BASE.replace(':titular', titular),
          consulta: enDireccion(visto.valores),
          puedePedir: puede(p.actor, p.titular, 'preparar'),
        });
        return pagina(html, Object.keys(visto.errores).length > 0 ? 422 : 200);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.facilidad-cuotas',
      metodo: 'GET',
      camino: `${BASE}/cuotas.csv`,
      consulta: LO_ESCRITO,
      async manejar(p) {
        const { calculo, valores } = await p.enTransaccion((trx) => simulado(trx, p.consulta));
        if (!calculo)
          return redirigir(`${BASE.replace(':titular', p.parametros.titular)}?${enDireccion(valores)}`);
        return {
          tipo: 'archivo',
          contenido: csvDeCuotas(calculo.plan.cuotas),
          media: 'text/csv; charset=utf-8',
          nombre: 'cuotas.csv',
        };
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.empezar-facilidad',
      metodo: 'POST',
      camino: BASE,
      ambito: 'preparar',
      porMinuto: 30,
      cuerpo: LO_ESCRITO,
      async manejar(p) {
        const { idPublico } = await p.enTransaccion(async (trx) => {
          const b = await abrir(trx, p);
          await llenarBorrador(trx, b.id, { hechos: {}, escrito: porPregunta(p.cuerpo) });
          return b;
        });
        return redirigir(`${BASE.replace(':titular', p.parametros.titular)}/${idPublico}`);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.api-empezar-facilidad',
      metodo: 'POST',
      camino: API,
      ambito: 'preparar',
      porMinuto: 60,
      api: {
        resumen: 'Abre un borrador de solicitud de facilidad de pago',
        etiqueta: 'Facilidad de pago',
        respuestas: { 201: z.object({ borrador: z.string() }) },
      },
      async manejar(p) {
        const { idPublico } = await p.enTransaccion((trx) => abrir(trx, p));
        return { tipo: 'json', cuerpo: { borrador: idPublico }, estado: 201 };
      },
    }),
    ...rutasDeRecorrido(recorrido, { ...opciones, base: `${BASE}/:borrador`, inicio: '/de/:titular' }),
    ...apiDeRecorrido(recorrido, {
      ...opciones,
      base: `${API}/:borrador`,
      etiqueta: 'Facilidad de pago',
      resultado: ResultadoApi,
    }),
  ];
}

interface Simulado {
  sabido: LoSabido;
  valores: Formulario;
  errores: Record<string, string>;
  calculo: Calculo | undefined;
}

/** The figures of what was asked; of everything that is owed, in twelve instalments, until something is. */
async function simulado(trx: Transaccion, escrito: Formulario): Promise<Simulado> {
  const sabido = await leerLoSabido(trx);
  const valores = escrito.calcular === 'si' ? suyos(escrito) : inicial(sabido);
  if (sabido.deudas.length === 0) return { sabido, valores, errores: {}, calculo: undefined };
  const leido = leer(valores, sabido);
  if ('faltas' in leido) return { sabido, valores, errores: leido.faltas, calculo: undefined };
  const r = calcular(sabido, leido.pedido);
  return 'faltas' in r
    ? { sabido, valores, errores: { ...r.faltas }, calculo: undefined }
    : { sabido, valores, errores: {}, calculo: r };
}

const suyos = (escrito: Formulario): Formulario =>
  Object.fromEntries(CAMPOS.flatMap((c) => (escrito[c] === undefined ? [] : [[c, escrito[c]]])));

const inicial = ({ deudas }: LoSabido): Formulario => ({
  ...PREGUNTAS.deudas.escribir?.(deudas.map((d) => d.id)),
  ...PREGUNTAS.plan.escribir?.(SUPUESTO.plan),
  ...PREGUNTAS.garantia.escribir?.(SUPUESTO.garantia),
});

/** Reads the three questions of the page; all that is wrong is told at once. */
function leer(
  escrito: Formulario,
  sabido: LoSabido,
): { pedido: Pedido } | { faltas: Record<string, string> } {
  const d = { hechos: sabido };
  const faltas: Record<string, string> = {};
  const una = <V>(q: {
    esquema: z.ZodType<V, unknown>;
    admite?: (v: V, datos: typeof d) => object | undefined;
  }) => {
    const leido = q.esquema.safeParse(escrito);
    if (!leido.success) {
      for (const i of leido.error.issues) faltas[String(i.path[0] ?? '_')] ??= i.message;
      return undefined;
    }
    Object.assign(faltas, q.admite?.(leido.data, d) ?? {});
    return leido.data;
  };
  const [deudas, plan, garantia] = [una(PREGUNTAS.deudas), una(PREGUNTAS.plan), una(PREGUNTAS.garantia)];
  if (Object.keys(faltas).length > 0 || !deudas || !plan || !garantia) return { faltas };
  return { pedido: { deudas, plan, garantia } };
}

/** What the page of the simulator sent, as the answers of the journey. */
function porPregunta(escrito: Formulario): Record<string, Formulario> {
  const de = (...campos: (typeof CAMPOS)[number][]): Formulario =>
    Object.fromEntries(campos.flatMap((c) => (escrito[c] === undefined ? [] : [[c, escrito[c]]])));
  const partes = {
    deudas: de('deudas'),
    plan: de('cuotas', 'periodicidad', 'inicial'),
    garantia: de('garantia'),
  };
  return Object.fromEntries(Object.entries(partes).filter(([, f]) => Object.keys(f).length > 0));
}

function enDireccion(valores: Formulario): string {
  const q = new URLSearchParams({ calcular: 'si' });
  for (const [campo, valor] of Object.entries(valores)) for (const v of [valor].flat()) q.append(campo, v);
  return q.toString();
}
