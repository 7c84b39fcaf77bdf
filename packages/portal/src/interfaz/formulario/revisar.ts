import {
  casillasDe,
  evaluar,
  leerEntrada,
  loCalculado,
  seCalcula,
  type Casilla,
  type Evaluacion,
  type Falta,
  type Formulario,
  type Plan,
} from '@autogestion/normas/formularios/motor';
import type { Errores, Valores } from '../campos.ts';

/** A form of the engine as a page shows it: what was typed, what it computes, and what is wrong. */
export interface FormularioRevisado {
  readonly formulario: Formulario;
  /** As typed, by the name of each field. */
  readonly valores: Valores;
  /** What the boxes that nobody types say, by key: computed, or known by the office. Empty while it is not known. */
  readonly fijos: Readonly<Record<string, string>>;
  /** The faults of the engine and the rules that are broken, by the name of each field, in the order of the form. */
  readonly errores: Errores;
  /** What only warns, by key. */
  readonly avisos: Readonly<Record<string, string>>;
  readonly evaluacion: Evaluacion;
}

/** Name of the field of a box: `casilla-32`. */
export const campoDeCasilla = (clave: string) => `casilla-${clave}`;

/** Whether the person writes it: neither the form computes it nor the office knows it. */
export const seEscribe = ({ formula, origen }: Casilla) => formula === undefined && origen === undefined;

/**
 * Reads what a page posted (or a draft holds) and computes the form with it. Nothing posted under the name of a box
 * that nobody types is read.
 *
 * @param conocidas what the office knows, by key: the boxes whose `origen` is the registry or the office
 */
export function revisarFormulario(
  plan: Plan,
  valores: Valores,
  conocidas: Readonly<Record<string, string>> = {},
): FormularioRevisado {
  const { formulario } = plan;
  const { entrada, faltas } = leerEntrada(formulario, {
    casillas: { ...conocidas, ...escritas(casillasDe(formulario), valores) },
  });
  return formularioRevisado({ evaluacion: evaluar(plan, entrada), valores, conocidas, faltas });
}

/** The same of a form that was read and computed already. */
export function formularioRevisado({
  evaluacion,
  valores,
  conocidas,
  faltas,
}: {
  evaluacion: Evaluacion;
  valores: Valores;
  conocidas: Readonly<Record<string, string>>;
  faltas: readonly Pick<Falta, 'casilla' | 'mensaje'>[];
}): FormularioRevisado {
  const { formulario } = evaluacion.plan;
  const casillas = casillasDe(formulario);
  const reparos = evaluacion.reparos();
  const errores: Record<string, string> = {};
  const avisos: Record<string, string> = {};
  for (const { clave } of casillas) {
    const falta = faltas.find(({ casilla }) => casilla === clave)?.mensaje;
    const reparo = (gravedad: 'error' | 'aviso') =>
      reparos.find((r) => r.casilla === clave && r.gravedad === gravedad)?.mensaje;
    const error = falta ?? reparo('error');
    const aviso = reparo('aviso');
    if (error !== undefined) errores[campoDeCasilla(clave)] = error;
    if (aviso !== undefined) avisos[clave] = aviso;
  }
  const fijos = Object.fromEntries(
    casillas.flatMap((c): [string, string][] => {
      if (seCalcula(c)) return [[c.clave, loCalculado(evaluacion, c).valor]];
      return c.origen ? [[c.clave, conocidas[c.clave] ?? '']] : [];
    }),
  );
  return { formulario, valores, fijos, errores, avisos, evaluacion };
}

/** What a box that was left empty posts is not a zero: it was not given. */
function escritas(casillas: readonly Casilla[], valores: Valores): Record<string, string> {
  return Object.fromEntries(
    casillas.filter(seEscribe).flatMap(({ clave }): [string, string][] => {
      const posteado = valores[campoDeCasilla(clave)];
      const texto = (typeof posteado === 'string' ? posteado : (posteado?.[0] ?? '')).trim();
      return texto === '' ? [] : [[clave, texto]];
    }),
  );
}

/** The same errors for the summary of the page, where each says of which box it is. */
export function erroresParaResumen({ formulario, errores }: FormularioRevisado): Errores {
  return Object.fromEntries(
    casillasDe(formulario).flatMap(({ clave, nombre }): [string, string][] => {
      const error = errores[campoDeCasilla(clave)];
      return error === undefined ? [] : [[campoDeCasilla(clave), `${nombrada(clave, nombre)}: ${error}`]];
    }),
  );
}

const nombrada = (clave: string, nombre: string) =>
  tieneNumero(clave) ? `Casilla ${clave}, ${nombre}` : nombre;

/** Boxes whose number no source gives bear a key in words. */
export const tieneNumero = (clave: string) => /^\d+$/.test(clave);
