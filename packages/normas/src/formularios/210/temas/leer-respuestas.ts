import { DIGITOS_MAXIMOS } from '../../../dinero/index.ts';
import { falla } from '../../../resultado/index.ts';
import { temaDe } from './catalogo.ts';
import type { Renglon } from './renglon.ts';
import type {
  CodigoDeTema,
  ColumnaDeTema,
  FaltaDeTema,
  RespuestaDeTema,
  RespuestasDeTemas,
  Tema,
} from './tipos.ts';

/** A row whose cells were read: only those that are well written, and of columns that the topic has. */
export interface RenglonLeido {
  tema: Tema;
  /** From zero, as it was given. */
  renglon: number;
  celdas: Renglon;
}

const LARGO_DE_TEXTO = 120;
const MAXIMO = 10 ** DIGITOS_MAXIMOS - 1;

/** Reads all the answers, whatever is wrong in them going to `faltas`. */
export function leerRespuestas(respuestas: RespuestasDeTemas, faltas: FaltaDeTema[]): RenglonLeido[] {
  return Object.entries(respuestas).flatMap(([clave, respuesta]) => {
    const tema = temaDe(clave);
    if (tema) return leerTema(tema, respuesta, faltas);
    faltas.push({ ...falla('tema-desconocido', `No se conoce el tema «${clave}».`), tema: clave });
    return [];
  });
}

function leerTema(tema: Tema, respuesta: RespuestaDeTema, faltas: FaltaDeTema[]): RenglonLeido[] {
  if (!respuesta.aplica) return [];
  const { renglones } = respuesta;
  const delTema = (codigo: CodigoDeTema, mensaje: string) =>
    faltas.push({ ...falla(codigo, mensaje), tema: tema.clave });
  if (renglones.length === 0) {
    delTema('sin-renglones', `${tema.nombre}: dijo que sí. Escriba los datos, o diga que no.`);
  }
  if (renglones.length > 1 && !tema.varios) {
    delTema('un-solo-renglon', `${tema.nombre}: se escribe una sola vez.`);
  }
  return renglones.map((crudo, renglon) => ({
    tema,
    renglon,
    celdas: leerRenglon(tema, renglon, crudo, faltas),
  }));
}

function leerRenglon(tema: Tema, renglon: number, crudo: Renglon, faltas: FaltaDeTema[]): Renglon {
  const anotar = (columna: string, codigo: CodigoDeTema, mensaje: string) =>
    faltas.push({ ...falla(codigo, mensaje), tema: tema.clave, renglon, columna });
  for (const clave of Object.keys(crudo).filter((k) => !tema.columnas.some((c) => c.clave === k))) {
    anotar(clave, 'columna-desconocida', `${tema.nombre}: no se pregunta «${clave}».`);
  }
  const celdas: Record<string, number | string | boolean> = {};
  for (const columna of tema.columnas) {
    // What is empty was not given: a page sends all its fields.
    const valor = Object.hasOwn(crudo, columna.clave) ? (crudo[columna.clave] ?? '') : '';
    if (valor === '') {
      if (columna.obligatoria) anotar(columna.clave, 'vacio', `Falta «${columna.nombre}».`);
      continue;
    }
    const mal = revisar(columna, valor);
    if (mal) anotar(columna.clave, ...mal);
    else celdas[columna.clave] = valor;
  }
  return celdas;
}

function revisar(
  columna: ColumnaDeTema,
  valor: number | string | boolean,
): [CodigoDeTema, string] | undefined {
  const { nombre, clase } = columna;
  switch (clase) {
    case 'pesos':
    case 'cantidad':
      return revisarNumero(columna, valor);
    case 'si-no':
      return typeof valor === 'boolean' ? undefined : ['forma', `«${nombre}» se responde con sí o no.`];
    case 'opcion':
      return columna.opciones?.some((o) => o.clave === valor)
        ? undefined
        : ['opcion', `En «${nombre}», elija una de las respuestas.`];
    case 'texto':
      if (typeof valor !== 'string') return ['forma', `«${nombre}» se escribe con palabras.`];
      return valor.length > LARGO_DE_TEXTO
        ? ['largo', `«${nombre}» puede tener hasta ${LARGO_DE_TEXTO} letras.`]
        : undefined;
  }
}

function revisarNumero(
  { nombre, entre, clase }: ColumnaDeTema,
  valor: number | string | boolean,
): [CodigoDeTema, string] | undefined {
  if (typeof valor !== 'number' || !Number.isFinite(valor)) return ['forma', `«${nombre}» es un número.`];
  if (valor < 0) return ['negativo', `«${nombre}» no puede ser menor que cero.`];
  if (!Number.isInteger(valor)) {
    return [
      'decimales',
      `«${nombre}» es un número entero, ${clase === 'pesos' ? 'sin centavos' : 'sin decimales'}.`,
    ];
  }
  if (entre && (valor < entre[0] || valor > entre[1])) {
    return ['largo', `«${nombre}» va de ${entre[0]} a ${entre[1]}.`];
  }
  return valor > MAXIMO ? ['largo', `«${nombre}» puede tener hasta ${DIGITOS_MAXIMOS} números.`] : undefined;
}
