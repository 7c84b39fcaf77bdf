import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import {
  NADIE_REPORTA,
  PUEDEN_FALTAR,
  temaDe,
  type Renglon,
  type Sugerencia,
  type Tema,
} from '@autogestion/normas/formularios/210';
import { z } from 'zod';
import {
  errores,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { borradorDe, guardarCambios, type Cambios } from '../borrador/index.ts';
import { calcularBorrador, type BorradorCalculado } from '../cuenta/index.ts';
import {
  BASE,
  DE_BORRADOR,
  deBorrador,
  guardarEnVivo,
  guardarRespuestas,
  LO_ESCRITO,
  pideEnVivo,
  type DeBorrador,
} from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import {
  comoJson,
  decisionesDe,
  INGRESOS_QUE_FALTAN,
  ingresosPorEscribir,
  respuestaPropia,
  temasDe,
  type Decision,
} from '../prellenado/index.ts';
import { campoDeSugerencia, claveCorta, porClaveCorta } from './claves.ts';
import { paginaLoQuePaso } from './paginas/lo-que-paso.tsx';
import { paginaLoReportado } from './paginas/lo-reportado.tsx';
import { campoDeTema, ESTA_TODO, FALTAN, paginaNadieReporta } from './paginas/nadie-reporta.tsx';
import { paginaRenglon, paginaTema } from './paginas/tema.tsx';
import { escribirRenglon, leerRenglon } from './preguntas.tsx';

const DE_TEMA = DE_BORRADOR.extend({ tema: z.string().max(60) });
const DE_RENGLON = DE_TEMA.extend({ renglon: z.string().regex(/^(nuevo|no|\d{1,3}|s-[0-9a-f]{20})$/) });

type DeTema = z.output<typeof DE_TEMA>;
type DeRenglon = z.output<typeof DE_RENGLON>;

const comun = { acceso: 'titular', parametros: DE_BORRADOR } as const;
const alGuardar = { ambito: DE_DECLARACIONES.llenar, cuerpo: LO_ESCRITO } as const;

/** Only the forms that are told by what happened in the year have an interview. @throws 404 for the others */
async function abrir(trx: Transaccion, p: Peticion<DeBorrador>): Promise<BorradorCalculado> {
  const b = await calcularBorrador(trx, await borradorDe(trx, p.parametros.sinPresentar));
  if (!b.clase.preguntaLoQueNadieReporta) throw errores.noEncontrado();
  return b;
}

const abierto = (p: Peticion<DeBorrador>) => p.enTransaccion((trx) => abrir(trx, p));

/** A page of the interview, with what was typed where something of it was refused. */
const mostrar = async (
  dibujar: (o: {
    b: BorradorCalculado;
    titular: string;
    escrito?: Peticion['escrito'];
    errores?: Record<string, string>;
  }) => string,
  p: Peticion<DeBorrador>,
  mas: { escrito?: Peticion['escrito']; errores?: Record<string, string> } = {},
): Promise<string> => dibujar({ b: await abierto(p), titular: p.parametros.titular, ...mas });

/** Saves answers, and goes on; what another device changed is shown instead. */
async function guardar(
  trx: Transaccion,
  p: Peticion<DeBorrador>,
  b: BorradorCalculado,
  o: { cambios: Cambios; luego: string },
): Promise<Respuesta> {
  return (await guardarRespuestas(trx, p, b.borrador, o.cambios)) ?? redirigir(o.luego);
}

/** The interview of a return: what is known, what nobody reports, and what happened in the year. */
export const rutasDeEntrevista: readonly Ruta[] = [
  ruta({
    ...comun,
    nombre: 'declaraciones.lo-reportado',
    metodo: 'GET',
    camino: `${BASE}/lo-reportado`,
    manejar: async (p) => pagina(await mostrar(paginaLoReportado, p)),
  }),
  ruta({
    ...comun,
    ...alGuardar,
    nombre: 'declaraciones.decidir-lo-reportado',
    metodo: 'POST',
    camino: `${BASE}/lo-reportado`,
    intento: 'guardar-declaracion',
    invalido: (p, campos) => mostrar(paginaLoReportado, p, { escrito: p.escrito, errores: campos }),
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const b = await abrir(trx, p);
        const { cambios, errores: faltan, porCompletar } = decidir(b, p.escrito);
        if (Object.keys(faltan).length > 0) {
          await guardarCambios(trx, {
            idPublico: p.parametros.sinPresentar,
            cambios,
            desde: b.borrador.revision,
          });
          return rechazo(faltan);
        }
        const base = deBorrador(p.parametros.titular, p.parametros.sinPresentar);
        return guardar(trx, p, b, {
          cambios,
          luego: porCompletar
            ? `${base}/tema/${porCompletar.tema}/${claveCorta(porCompletar.id)}`
            : `${base}/nadie-reporta`,
        });
      }),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.nadie-reporta',
    metodo: 'GET',
    camino: `${BASE}/nadie-reporta`,
    manejar: async (p) => pagina(await mostrar(paginaNadieReporta, p)),
  }),
  ruta({
    ...comun,
    ...alGuardar,
    nombre: 'declaraciones.responder-nadie-reporta',
    metodo: 'POST',
    camino: `${BASE}/nadie-reporta`,
    intento: 'guardar-declaracion',
    invalido: (p, campos) => mostrar(paginaNadieReporta, p, { escrito: p.escrito, errores: campos }),
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const b = await abrir(trx, p);
        const {
          cambios,
          errores: faltan,
          primero,
        } = responder(b, p.escrito, p.ocultos._accion === 'ninguna');
        if (Object.keys(faltan).length > 0) return rechazo(faltan);
        const base = deBorrador(p.parametros.titular, p.parametros.sinPresentar);
        return guardar(trx, p, b, {
          cambios,
          luego: primero ? `${base}/tema/${primero}` : `${base}/revision`,
        });
      }),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.lo-que-paso',
    metodo: 'GET',
    camino: `${BASE}/lo-que-paso`,
    manejar: async (p) => pagina(await mostrar(paginaLoQuePaso, p)),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.tema',
    metodo: 'GET',
    camino: `${BASE}/tema/:tema`,
    parametros: DE_TEMA,
    manejar: async (p) =>
      pagina(paginaTema({ b: await abierto(p), titular: p.parametros.titular, tema: temaDeLa(p) })),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.renglon',
    metodo: 'GET',
    camino: `${BASE}/tema/:tema/:renglon`,
    parametros: DE_RENGLON,
    manejar: async (p) => pagina(dibujarRenglon(p, await abierto(p), definidos({ escrito: p.recuperado }))),
  }),
  ruta({
    ...comun,
    ...alGuardar,
    nombre: 'declaraciones.guardar-renglon',
    metodo: 'POST',
    camino: `${BASE}/tema/:tema/:renglon`,
    intento: 'guardar-declaracion',
    parametros: DE_RENGLON,
    invalido: async (p, campos) =>
      dibujarRenglon(p, await abierto(p), { escrito: p.escrito, errores: campos }),
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const b = await abrir(trx, p);
        const enVivo = pideEnVivo(p);
        const r = escribir(p, b, { aMedias: enVivo });
        if (enVivo) return guardarElRenglon(trx, p, b, r);
        if ('errores' in r) return rechazo(r.errores);
        const base = deBorrador(p.parametros.titular, p.parametros.sinPresentar);
        return guardar(trx, p, b, {
          cambios: r.cambios,
          luego: p.parametros.renglon === 'no' ? `${base}/lo-que-paso` : `${base}/tema/${p.parametros.tema}`,
        });
      }),
  }),
];

function temaDeLa(p: Peticion<DeTema>): Tema {
  const tema = temaDe(p.parametros.tema);
  if (!tema) throw errores.noEncontrado();
  return tema;
}

/** Every suggestion is decided at once: what nobody decided is told beside it, and what was is kept. */
function decidir(b: BorradorCalculado, escrito: Peticion['escrito']) {
  const previas = decisionesDe(b.borrador.contenido);
  const cambios: Record<string, Json> = {};
  const faltan: Record<string, string> = {};
  let porCompletar: Sugerencia | undefined;
  for (const s of b.prellenado.sugerencias) {
    const como = escrito[campoDeSugerencia(s.id)];
    if (como !== 'si' && como !== 'otro' && como !== 'no') {
      faltan[campoDeSugerencia(s.id)] = 'Diga si es así, si es otro valor, o si no es suyo.';
      continue;
    }
    const previa = previas.get(s.id);
    const renglon: Renglon =
      como === 'no'
        ? {}
        : como === 'otro' && previa?.como === 'otro'
          ? previa.renglon
          : completado(s, previa);
    cambios[`sugerencia:${s.id}`] = comoJson(decision(s, { como, renglon, razon: previa?.razon }));
    const incompleta = como !== 'no' && s.porCompletar.some((c) => renglon[c] === undefined);
    if ((como === 'otro' && previa?.como !== 'otro') || incompleta) porCompletar ??= s;
  }
  return { cambios, errores: faltan, porCompletar };
}

/** What is so, with what the person had completed of it already. */
const completado = (s: Sugerencia, previa: Decision | undefined): Renglon =>
  previa?.como === 'si'
    ? {
        ...Object.fromEntries(
          s.porCompletar.flatMap((c) => {
            const v = previa.renglon[c];
            return v === undefined ? [] : [[c, v]];
          }),
        ),
        ...s.renglon,
      }
    : s.renglon;

const decision = (
  s: Sugerencia,
  o: { como: Decision['como']; renglon: Renglon; razon: string | undefined },
): Decision => ({
  como: o.como,
  tema: s.tema,
  renglon: { ...o.renglon },
  reportado: { ...s.renglon },
  frase: s.frase,
  ...(o.razon !== undefined && o.razon !== '' && { razon: o.razon }),
});

function responder(b: BorradorCalculado, escrito: Peticion['escrito'], ninguna: boolean) {
  const dicho = temasDe(b.borrador.contenido);
  const cambios: Record<string, Json> = {};
  const faltan: Record<string, string> = {};
  let primero: string | undefined;
  for (const clave of NADIE_REPORTA) {
    const r = escrito[campoDeTema(clave)];
    const antes = dicho[clave];
    if (r === 'si') {
      const conDatos = antes?.aplica === true && antes.renglones.length > 0;
      if (antes?.aplica !== true) cambios[`tema:${clave}`] = { aplica: true, renglones: [] };
      if (!conDatos) primero ??= clave;
    } else if (r === 'no' || ninguna) cambios[`tema:${clave}`] = { aplica: false };
    else faltan[campoDeTema(clave)] = 'Responda sí o no.';
  }
  const marcados = [escrito[FALTAN] ?? []].flat();
  const otros = PUEDEN_FALTAR.filter((t) => marcados.includes(t));
  if (otros.length > 0 && marcados.includes(ESTA_TODO))
    faltan[FALTAN] = 'Marque lo que falta, o que está todo, pero no ambos.';
  else if (otros.length === 0 && !ninguna && !marcados.includes(ESTA_TODO))
    faltan[FALTAN] = 'Marque lo que falta, o «No, está todo».';
  cambios[INGRESOS_QUE_FALTAN] = otros;
  primero ??= ingresosPorEscribir({ ...b.borrador.contenido, ...cambios })[0];
  return { cambios, errores: faltan, primero };
}

/** The suggestion whose row is being written, if it is one. */
function sugeridaDe(
  p: Peticion<DeRenglon>,
  b: BorradorCalculado,
): { id: string; d: Decision; s: Sugerencia | undefined } | undefined {
  if (!p.parametros.renglon.startsWith('s-')) return undefined;
  const s = porClaveCorta(b.prellenado.sugerencias, p.parametros.renglon);
  const decididas = [...decisionesDe(b.borrador.contenido)].map(([id, d]) => ({ id, d }));
  const decidida = porClaveCorta(decididas, p.parametros.renglon);
  if (!decidida) throw errores.noEncontrado();
  return { ...decidida, s };
}

function dibujarRenglon(
  p: Peticion<DeRenglon>,
  b: BorradorCalculado,
  mas: { escrito?: Peticion['escrito']; errores?: Record<string, string> } = {},
): string {
  const tema = temaDeLa(p);
  const { renglon } = p.parametros;
  if (renglon === 'no') throw errores.noEncontrado();
  const sugerida = sugeridaDe(p, b);
  const propia = respuestaPropia(b.borrador.contenido, tema.clave);
  const suyo = propia?.aplica ? propia.renglones[Number(renglon)] : undefined;
  if (!sugerida && renglon !== 'nuevo' && !suyo) throw errores.noEncontrado();
  const guardado = sugerida?.d.renglon ?? suyo ?? {};
  const guardados = {
    ...escribirRenglon(tema, guardado),
    ...(sugerida?.d.razon !== undefined && { razon: sugerida.d.razon }),
  };
  return paginaRenglon({
    b,
    titular: p.parametros.titular,
    tema,
    renglon,
    ...(renglon === 'nuevo' && { fila: propia?.aplica ? propia.renglones.length : 0 }),
    guardados,
    sugerida: sugerida?.d.frase,
    ...mas,
  });
}

/** What a row that was written changes in the draft, or what is wrong in it. */
function escribir(
  p: Peticion<DeRenglon>,
  b: BorradorCalculado,
  o: { aMedias: boolean },
): { cambios: Cambios; fila?: number } | { errores: Record<string, string> } {
  const tema = temaDeLa(p);
  const clave = `tema:${tema.clave}`;
  const { renglon: cual } = p.parametros;
  if (cual === 'no') return { cambios: { [clave]: { aplica: false } } };
  const propia = respuestaPropia(b.borrador.contenido, tema.clave);
  const propios = propia?.aplica ? [...propia.renglones] : [];
  if (p.ocultos._accion === 'quitar') {
    const quedan = propios.filter((_, i) => String(i) !== cual);
    return { cambios: { [clave]: quedan.length === 0 ? null : comoRespuesta(quedan) } };
  }
  const { renglon, errores: faltas } = leerRenglon(tema, p.escrito, o);
  if (Object.keys(faltas).length > 0) return { errores: faltas };
  const sugerida = sugeridaDe(p, b);
  if (sugerida) {
    const { id, d, s } = sugerida;
    const reportado = s?.renglon ?? d.reportado;
    const igual = Object.entries(reportado).every(([c, v]) => renglon[c] === v);
    const razon = typeof p.escrito.razon === 'string' ? p.escrito.razon.trim().slice(0, 500) : '';
    const nueva: Decision = {
      como: igual ? 'si' : 'otro',
      tema: tema.clave,
      renglon: { ...renglon },
      reportado: { ...reportado },
      frase: s?.frase ?? d.frase,
      ...(razon !== '' && { razon }),
    };
    return { cambios: { [`sugerencia:${id}`]: comoJson(nueva) } };
  }
  const fila = cual === 'nuevo' ? filaNueva(p, propios.length) : Number(cual);
  propios[fila] = renglon;
  return { cambios: { [clave]: comoRespuesta(propios) }, fila };
}

/** The row that a new one is: the page says which, so that sending it twice does not make two. */
function filaNueva({ ocultos }: Peticion<DeRenglon>, cuantas: number): number {
  const dicha = Number(ocultos._fila ?? NaN);
  return Number.isInteger(dicha) && dicha >= 0 && dicha < cuantas ? dicha : cuantas;
}

/** A row that is saved while it is written: from then on its form is sent to the row that it is. */
function guardarElRenglon(
  trx: Transaccion,
  p: Peticion<DeRenglon>,
  b: BorradorCalculado,
  r: ReturnType<typeof escribir>,
): Promise<Respuesta> {
  const mala = 'errores' in r;
  const { tema, titular, sinPresentar } = p.parametros;
  const accion =
    mala || r.fila === undefined ? undefined : `${deBorrador(titular, sinPresentar)}/tema/${tema}/${r.fila}`;
  return guardarEnVivo(trx, p, {
    b,
    cambios: mala ? {} : r.cambios,
    mostrar: () => ({
      casillas: [],
      valores: {},
      errores: {},
      rechazados: mala ? r.errores : {},
      ...definidos({ accion }),
    }),
  });
}

const comoRespuesta = (renglones: readonly Renglon[]): Json => ({
  aplica: true,
  renglones: renglones.map((r) => ({ ...r })),
});
