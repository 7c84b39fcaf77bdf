import type { Json } from '@autogestion/documentos';
import { casillasDe, type Casilla } from '@autogestion/normas/formularios/motor';
import { z } from 'zod';
import {
  errores,
  pagina,
  puede,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { borradorDe, CLAVE_DE_BORRADOR, descartarBorrador } from '../borrador/index.ts';
import { calcularBorrador, type BorradorCalculado } from '../cuenta/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { loDeclarado } from '../prellenado/index.ts';
import { deBorrador, todas } from './direcciones.ts';
import { guardarRespuestas } from './guardar-respuestas.ts';
import { abierto, BASE, DE_BORRADOR, LO_ESCRITO } from './lo-comun.ts';
import { leerCasillas, leerHechos, valoresDe, valoresDeHechos } from './lo-escrito.ts';
import { paginaBorrador } from './paginas/borrador.tsx';
import { paginaPorQue } from './paginas/por-que.tsx';
import { firmaPedida } from './pedir-firma.ts';
import { paginaRevision } from './paginas/revision.tsx';
import { loRevisado, paginaOtrosDatos, paginaSeccion, siguienteDe } from './paginas/seccion.tsx';
import { hechosQueSeEscriben, OTROS_DATOS, seccionesDe } from './secciones.ts';
import { guardarEnVivo, pideEnVivo } from './vivo/guardado.ts';

const DE_SECCION = DE_BORRADOR.extend({ seccion: z.string().max(80) });
const DE_CASILLA = DE_BORRADOR.extend({ casilla: z.string().max(60) });

/** A draft that was filed has nothing more to fill: its receipt is shown. */
const comun = { acceso: 'titular', parametros: DE_BORRADOR } as const;

/** Filling a return box by box, its review and why each figure is what it is. */
export const rutasDeLlenar: readonly Ruta[] = [
  ruta({
    ...comun,
    nombre: 'declaraciones.borrador',
    metodo: 'GET',
    camino: BASE,
    manejar: async (p) =>
      pagina(
        paginaBorrador({
          ...(await abierto(p)),
          titular: p.parametros.titular,
          puedeLlenar: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
        }),
      ),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.seccion',
    metodo: 'GET',
    camino: `${BASE}/formulario/:seccion`,
    parametros: DE_SECCION,
    manejar: async (p) =>
      pagina(dibujarSeccion(p, { ...(await abierto(p)), ...(p.recuperado && { escrito: p.recuperado }) })),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.guardar-seccion',
    metodo: 'POST',
    camino: `${BASE}/formulario/:seccion`,
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    parametros: DE_SECCION,
    cuerpo: LO_ESCRITO,
    async invalido(p, campos) {
      return dibujarSeccion(p, { ...(await abierto(p)), escrito: p.escrito, errores: campos });
    },
    manejar: (p) =>
      p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { titular, sinPresentar: borrador, seccion: slug } = p.parametros;
        const b = await calcularBorrador(trx, await borradorDe(trx, borrador));
        const enVivo = pideEnVivo(p);
        const leido =
          slug === OTROS_DATOS
            ? leerHechos(b, hechosQueSeEscriben(b.clase), p.escrito)
            : leerCasillas(b, seccionDe(b, slug).seccion.casillas, p.escrito, {
                pagina: enVivo ? 'en-partes' : 'entera',
              });
        if (enVivo)
          return guardarEnVivo(trx, p, {
            b,
            cambios: leido.cambios,
            mostrar: (ya) => loQueMuestra(ya, slug, leido.errores),
          });
        const choque = await guardarRespuestas(trx, p, b.borrador, leido.cambios);
        if (choque) return choque;
        // What could be read is kept already; what could not is given back beside its field.
        if (Object.keys(leido.errores).length > 0) return rechazo(leido.errores);
        const base = deBorrador(titular, borrador);
        return redirigir(
          p.ocultos._accion === 'recalcular' ? `${base}/formulario/${slug}` : siguienteDe(b, base, slug),
        );
      }),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.elegir',
    metodo: 'POST',
    camino: `${BASE}/choques`,
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    cuerpo: LO_ESCRITO,
    manejar: (p) =>
      p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { titular, sinPresentar: borrador } = p.parametros;
        const suyo = await borradorDe(trx, borrador);
        const choque = await guardarRespuestas(trx, p, suyo, elegidos(p.escrito));
        return choque ?? redirigir(deBorrador(titular, borrador));
      }),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.revision',
    metodo: 'GET',
    camino: `${BASE}/revision`,
    async manejar(p) {
      const { b, hoy } = await abierto(p);
      const { formulario, anio } = b.borrador;
      return pagina(
        paginaRevision({
          b,
          hoy,
          titular: p.parametros.titular,
          puedeFirmar: puede(p.actor, p.titular, DE_DECLARACIONES.presentar),
          pasado: await p.enTransaccion((trx) => loDeclarado(trx, { formulario, anio: anio - 1 })),
          puedePedirla: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
          pedida: await p.enTransaccion((trx) => firmaPedida(trx, b.borrador.id)),
        }),
      );
    },
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.por-que',
    metodo: 'GET',
    camino: `${BASE}/casilla/:casilla`,
    parametros: DE_CASILLA,
    async manejar(p) {
      const { b } = await abierto(p);
      return pagina(
        paginaPorQue({ b, titular: p.parametros.titular, casilla: casillaDe(b, p.parametros.casilla) }),
      );
    },
  }),
];

/** Throwing a draft away: after it, nothing else of it is there. */
export const rutasDeDescartar: readonly Ruta[] = [
  ruta({
    ...comun,
    nombre: 'declaraciones.descartar',
    metodo: 'POST',
    camino: `${BASE}/descartar`,
    ambito: DE_DECLARACIONES.llenar,
    async manejar(p) {
      await p.enTransaccion((trx) => descartarBorrador(trx, p.parametros.sinPresentar));
      return redirigir(todas(p.parametros.titular));
    },
  }),
];

function seccionDe(b: BorradorCalculado, slug: string) {
  const seccion = seccionesDe(b.clase.formulario).find((s) => s.slug === slug);
  if (!seccion) throw errores.noEncontrado();
  return seccion;
}

/** What a section shows of the draft as it is kept now, for the page that saves while it is written. */
function loQueMuestra(b: BorradorCalculado, slug: string, rechazados: Record<string, string>) {
  if (slug === OTROS_DATOS)
    return {
      casillas: [],
      valores: valoresDeHechos(b, hechosQueSeEscriben(b.clase)),
      errores: {},
      rechazados,
    };
  const { seccion } = seccionDe(b, slug);
  return {
    casillas: seccion.casillas,
    valores: valoresDe(b, seccion.casillas),
    errores: loRevisado(b, seccion).errores,
    rechazados,
  };
}

function casillaDe(b: BorradorCalculado, clave: string): Casilla {
  const casilla = casillasDe(b.clase.formulario).find((c) => c.clave === clave && c.clase !== 'texto');
  if (!casilla) throw errores.noEncontrado();
  return casilla;
}

function dibujarSeccion(
  p: Peticion<z.output<typeof DE_SECCION>>,
  o: Omit<Parameters<typeof paginaOtrosDatos>[0], 'titular'>,
): string {
  const props = { ...o, titular: p.parametros.titular };
  return p.parametros.seccion === OTROS_DATOS
    ? paginaOtrosDatos(props)
    : paginaSeccion({ ...props, seccion: seccionDe(o.b, p.parametros.seccion) });
}

const PROPUESTO = z.tuple([z.string().regex(CLAVE_DE_BORRADOR), z.json()]);

/** Of each clash, what the person chose: what they propose is read again when the return is computed. */
function elegidos(escrito: Record<string, string | string[]>): Record<string, Json> {
  const cambios: Record<string, Json> = {};
  for (const [campo, crudo] of Object.entries(escrito)) {
    const n = /^propuesto-(\d{1,3})$/.exec(campo)?.[1];
    if (n === undefined || escrito[`elige-${n}`] !== 'propuesto' || typeof crudo !== 'string') continue;
    const leido = PROPUESTO.safeParse(leerJson(crudo));
    if (leido.success) cambios[leido.data[0]] = leido.data[1];
  }
  return cambios;
}

function leerJson(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return undefined;
  }
}
