import type { ComponentChildren } from 'preact';

/** What a form posted, or what the draft holds: one entry per field name, a list where boxes repeat. */
export type Valores = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One message per field name. A date is one field: its message goes under its own name, not its parts'. */
export type Errores = Readonly<Record<string, string | undefined>>;

export interface EstadoDeFormulario {
  readonly valores?: Valores;
  readonly errores?: Errores;
}

/** The part of a field's props that depends on who wrote the page. */
export interface PropsDeCampo {
  /** Name posted by the form; the element's id is `idDeCampo(nombre)`. */
  readonly nombre: string;
  readonly etiqueta: ComponentChildren;
  readonly ayuda?: ComponentChildren;
  readonly error?: string | undefined;
  /** The label is the question of the page: it becomes the `h1`. */
  readonly esTitulo?: boolean;
  /** Adds «(opcional)» to the label. */
  readonly opcional?: boolean;
}

export interface CampoDeUnValor {
  readonly nombre: string;
  readonly valor: string;
  readonly error: string | undefined;
}

interface CampoDeVariosValores {
  readonly nombre: string;
  readonly valor: readonly string[];
  readonly error: string | undefined;
}

interface CampoDeFecha {
  readonly nombre: string;
  readonly valor: PartesDeFecha;
  readonly error: string | undefined;
}

export const PARTES_DE_FECHA = ['dia', 'mes', 'anio'] as const;
export type ParteDeFecha = (typeof PARTES_DE_FECHA)[number];
export type PartesDeFecha = Readonly<Record<ParteDeFecha, string>>;

/**
 * Id of the element that receives the focus when the error summary is followed. Prefixed, so that a field
 * called `nombre` or `location` shadows nothing of the document.
 */
export function idDeCampo(nombre: string): string {
  return `campo-${nombre.replace(/[^\w-]/g, '-')}`;
}

/** Name posted by one of the three boxes of a date: `nacimiento-dia`. */
export function nombreDeParte(nombre: string, parte: ParteDeFecha): string {
  return `${nombre}-${parte}`;
}

function uno(valor: Valores[string]): string {
  return typeof valor === 'string' ? valor : (valor?.[0] ?? '');
}

/**
 * Binds what was typed and what was wrong to each field of a page, so that a component is written
 * `<CampoTexto {...campo.texto('correo')} etiqueta="Correo electrónico" />`.
 */
export function camposDe({ valores = {}, errores = {} }: EstadoDeFormulario): {
  texto(nombre: string): CampoDeUnValor;
  varios(nombre: string): CampoDeVariosValores;
  fecha(nombre: string): CampoDeFecha;
} {
  return {
    texto: (nombre) => ({ nombre, valor: uno(valores[nombre]), error: errores[nombre] }),
    varios(nombre) {
      const valor = valores[nombre];
      const lista = typeof valor === 'string' ? [valor] : (valor ?? []);
      return { nombre, valor: lista, error: errores[nombre] };
    },
    fecha: (nombre) => ({ nombre, valor: partesDeFecha(valores, nombre), error: errores[nombre] }),
  };
}

/** The three boxes of a date as posted; where they are absent, those of the stored `YYYY-MM-DD`. */
export function partesDeFecha(valores: Valores, nombre: string): PartesDeFecha {
  const dePartes = PARTES_DE_FECHA.some((parte) => valores[nombreDeParte(nombre, parte)] !== undefined);
  if (!dePartes) return separarFecha(uno(valores[nombre]));
  const parte = (p: ParteDeFecha): string => uno(valores[nombreDeParte(nombre, p)]);
  return { dia: parte('dia'), mes: parte('mes'), anio: parte('anio') };
}

/** `2026-08-02` as what a person would have typed: 2, 8, 2026. Anything else gives empty boxes. */
export function separarFecha(iso: string): PartesDeFecha {
  const [, anio = '', mes = '', dia = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return { dia: dia.replace(/^0/, ''), mes: mes.replace(/^0/, ''), anio };
}

/**
 * The three boxes as one text: `''` when all are empty, `YYYY-MM-DD` when they are numbers (existing or not,
 * as in `2026-02-30`), else the parts as typed, which no date schema accepts.
 */
export function unirFecha({ dia, mes, anio }: PartesDeFecha): string {
  const [d, m, a] = [dia.trim(), mes.trim(), anio.trim()];
  if (!d && !m && !a) return '';
  return `${a}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

/**
 * Which boxes of a wrong date to mark: those empty, not a number or out of their range; all three when each
 * is plausible and only the date is wrong (a 30 of February, a date in the future).
 */
export function partesErradas({ dia, mes, anio }: PartesDeFecha): readonly ParteDeFecha[] {
  const entero = (texto: string, minimo: number, maximo: number): boolean =>
    /^\d+$/.test(texto.trim()) && Number(texto) >= minimo && Number(texto) <= maximo;
  const erradas = PARTES_DE_FECHA.filter((parte) => {
    if (parte === 'dia') return !entero(dia, 1, 31);
    if (parte === 'mes') return !entero(mes, 1, 12);
    return !entero(anio, 1000, 9999);
  });
  return erradas.length > 0 ? erradas : PARTES_DE_FECHA;
}
