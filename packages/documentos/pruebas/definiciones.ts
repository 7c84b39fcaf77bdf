import { DIGITOS_MAXIMOS, formatearPesos } from '@autogestion/normas/dinero';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { FORMULARIO_2593 } from '@autogestion/normas/formularios/2593';
import { FORMULARIO_260 } from '@autogestion/normas/formularios/260';
import {
  DEUDA_DEL_RECIBO,
  FORMULARIO_490,
  RECIBO_DE_VARIAS_DEUDAS,
} from '@autogestion/normas/formularios/490';
import { casillasDe, largoDe, type Columna, type Formulario } from '@autogestion/normas/formularios/motor';
import { bloquesDeHojas, casillasHoja1 } from '@autogestion/normas/rut';
import { DISPOSICION_210, DISPOSICION_2593, DISPOSICION_260 } from '../src/declaraciones-impresas/index.ts';
import { DISPOSICION_001 } from '../src/formulario-001/index.ts';
import {
  casillasDeFila,
  casillasDelFormulario,
  type BloqueImpreso,
  type CasillaImpresa,
  type Disposicion,
} from '../src/formulario-impreso/index.ts';
import { DISPOSICION_490, DISPOSICION_VARIAS_DEUDAS } from '../src/recibo-490/index.ts';
import { NUMERO_FORMULARIO } from './muestras.ts';
import { REGISTRO_COMPLETO } from './registro-completo.ts';

/** A layout beside what normas says of its form. */
export interface FormaConDefinicion {
  disposicion: Disposicion;
  /** Every box that the form has, once or more, with the widest value that it may hold. */
  casillas: CasillaImpresa[];
  bloques: BloqueImpreso[];
  textos: Record<string, string>;
}

const palabras = (letras: number) =>
  'WÑMXQGWÑMÁ '
    .repeat(Math.ceil(letras / 11))
    .slice(0, letras)
    .trim();
const TODO_NUEVES = BigInt('9'.repeat(DIGITOS_MAXIMOS));

/** Every printed form of the office. One that is added goes here, and its layout is checked as the others are. */
export const FORMAS: FormaConDefinicion[] = [
  {
    disposicion: DISPOSICION_001,
    casillas: casillasHoja1(REGISTRO_COMPLETO, {
      concepto: '02',
      numeroFormulario: NUMERO_FORMULARIO,
      folios: 3,
      firmante: { nombre: 'x', cargo: 'x' },
    }).map(loMasAnchoDelRut),
    bloques: bloquesDeHojas(REGISTRO_COMPLETO).map((bloque) => ({
      ...bloque,
      casillas: bloque.casillas.map(loMasAnchoDelRut),
    })),
    textos: { leyenda: 'Copia Certificado', estado: 'Registro activo', version: '1' },
  },
  {
    disposicion: DISPOSICION_490,
    casillas: loMasAnchoDe(FORMULARIO_490),
    bloques: [],
    textos: { dia: '30 de septiembre de 2026' },
  },
  {
    disposicion: DISPOSICION_VARIAS_DEUDAS,
    casillas: loMasAnchoDe(RECIBO_DE_VARIAS_DEUDAS),
    bloques: [1, 2].map((n) => ({
      hoja: '2',
      nombre: `Deuda ${n}: ${palabras(60)}`,
      casillas: loMasAnchoDe(DEUDA_DEL_RECIBO),
    })),
    textos: { dia: '30 de septiembre de 2026' },
  },
  deDeclaracion(FORMULARIO_210, DISPOSICION_210),
  deDeclaracion(FORMULARIO_2593, DISPOSICION_2593),
  deDeclaracion(FORMULARIO_260, DISPOSICION_260),
];

function loMasAnchoDe(formulario: Formulario, opciones: { sinSigno?: boolean } = {}): CasillaImpresa[] {
  const valores = Object.fromEntries(casillasDe(formulario).map(loMasAncho));
  return casillasDelFormulario(formulario, valores, opciones);
}

/** A return with every box and a row of each annex. */
function deDeclaracion(formulario: Formulario, disposicion: Disposicion): FormaConDefinicion {
  return {
    disposicion,
    casillas: loMasAnchoDe(formulario, { sinSigno: true }),
    bloques: formulario.anexos.map((anexo) => {
      const fila = Object.fromEntries(anexo.columnas.map(laCeldaMasAncha));
      return {
        hoja: anexo.clave,
        nombre: anexo.nombre,
        casillas: casillasDeFila(anexo, fila, { sinSigno: true }),
      };
    }),
    textos: { estado: 'Pendiente de pago', asunto: 'x', detalle: palabras(120), aviso: palabras(200) },
  };
}

function laCeldaMasAncha({ clave, clase, porMil, formula }: Columna): [string, bigint | string] {
  if (clase === 'pesos') return [clave, formula ? 3n * TODO_NUEVES : TODO_NUEVES];
  if (clase === 'tarifa') return [clave, porMil ? 999_999_999n : 123_456_789n];
  return [clave, clase === 'codigo' ? '3 (sic)' : palabras(120)];
}

function loMasAncho(casilla: ReturnType<typeof casillasDe>[number]): [string, bigint | string] {
  const { clave, clase, lectura, formula } = casilla;
  // What adds up several boxes may have one digit more than each.
  if (clase === 'pesos') return [clave, formula ? 3n * TODO_NUEVES : TODO_NUEVES];
  if (clase === 'cantidad') return [clave, TODO_NUEVES];
  if (clase === 'tarifa') return [clave, 123_456_789n];
  if (clase === 'marca') return [clave, 1n];
  return [clave, lectura ? '8'.repeat(largoDe(casilla)) : palabras(largoDe(casilla))];
}

/** The registry has no lengths: names and addresses as long as the engine admits, codes with their longest name. */
function loMasAnchoDelRut(casilla: CasillaImpresa): CasillaImpresa {
  const { partes = [], valor } = casilla;
  if (partes.some(({ nombre }) => nombre !== '')) {
    const anchas = partes.map(({ codigo }) => ({ codigo, nombre: palabras(200) }));
    return { ...casilla, partes: anchas, valor: anchas.map((p) => `${p.codigo} ${p.nombre}`).join('\n') };
  }
  const ancho = valor.startsWith('$')
    ? formatearPesos(TODO_NUEVES)
    : /^\d$|^\d{8}$|^\d+,\d+$|^(SI|Sí)$/.test(valor)
      ? valor
      : /^[\d-]+$/.test(valor)
        ? '8'.repeat(14)
        : palabras(120);
  return { ...casilla, partes: [{ codigo: ancho, nombre: '' }], valor: ancho };
}
