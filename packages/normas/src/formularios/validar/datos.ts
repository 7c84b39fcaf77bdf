import { definidos } from '../../definidos/index.ts';
import { enDecimal, fraccion } from '../../dinero/index.ts';
import { casillasDe, claveDeAnexo, ESCALA, evaluar } from '../motor/index.ts';
import type { Clase, Entrada, Evaluacion, Plan } from '../motor/index.ts';
import type { DeclaracionCruda } from './formularios.ts';
import type { Dato } from './causa.ts';
import { esObjeto } from './separar.ts';

/** Reads a return as it was brought; undefined where something of it cannot be read. */
export type Lectura = (cruda: DeclaracionCruda) => Entrada | undefined;

interface DeLosDatos {
  plan: Plan;
  /** As it was brought, the computed boxes too: facts may be told by one of them. */
  cruda: DeclaracionCruda;
  entrada: Entrada;
  evaluacion: Evaluacion;
  /** No fact fills boxes nor rows: each datum stands for itself. */
  literal: boolean;
  leer: Lectura;
  /** Boxes that were given and that the form computes, or facts fill; and those of them that agree. */
  dichas: ReadonlyMap<string, bigint>;
  concuerdan: readonly string[];
}

/** All that a person wrote, or could have, whose value may be the wrong one. */
export function datosDe(d: DeLosDatos): Dato[] {
  const { formulario } = d.plan;
  const escritas = casillasDe(formulario).filter(
    (c) => c.clase !== 'texto' && c.formula === undefined && c.origen === undefined && !d.dichas.has(c.clave),
  );
  const clases = new Map<string, Clase>(d.plan.distribucion.valores.map((v) => [v.clave, v.clase]));
  const deCasilla = (clave: string): Dato => ({
    ...deValor(d, clave, clases.get(clave) ?? 'pesos', 'casillas'),
  });
  return [
    ...escritas.map((c) => deCasilla(c.clave)),
    // Where there are no rows, income told in a box makes them: it is a datum that agrees with itself.
    ...(d.literal ? [] : d.concuerdan.filter((clave) => cambiaLoLeido(d, clave)).map(deCasilla)),
    ...formulario.hechos
      .filter(({ clave, clase }) => d.entrada.valores.has(clave) && clase !== 'marca')
      .map(({ clave, clase }) => ({
        ...deValor(d, clave, clase, 'hechos'),
        ruta: `hechos.${clave}`,
      })),
    ...celdasDe(d),
  ];
}

/** One that is changed in the return already read; or, where others are filled from it, in what was brought. */
function deValor(
  { plan, cruda, entrada, evaluacion, literal, leer }: DeLosDatos,
  clave: string,
  clase: Clase,
  parte: 'casillas' | 'hechos',
): Dato {
  const conOtro = (valor: bigint) => leer(ponerEn(cruda, parte, clave, escribir(valor, clase)));
  let propia: Evaluacion | undefined;
  const laSuya = () => (propia ??= evaluar(plan, entrada));
  const recibido = evaluacion.valor(clave);
  const [unidad, maximo] = [plan.multiplo(clase), clase === 'marca' ? 1n : undefined];
  // Ceilings hide small changes, and large ones: both are tried.
  const otros = maximo === undefined ? [0n, 2n * recibido + unidad * 1_000_000n] : [maximo - recibido];
  let solo: boolean | undefined = literal || undefined;
  const esSolo = () =>
    (solo ??= !plan.lee.has(clave) && otros.every((x) => esElUnicoCambio(entrada, conOtro(x), clave)));
  return {
    ruta: clave,
    recibido,
    unidad,
    ...definidos({ maximo }),
    directas: lectoresDe(plan, clave).directos,
    alcanza: (calculada) => lectoresDe(plan, clave).todos.has(calculada) || !esSolo(),
    con(valor) {
      if (esSolo()) {
        laSuya().cambiar(clave, valor);
        return (k) => laSuya().valor(k);
      }
      const otra = conOtro(valor);
      const conOtra = otra && evaluar(plan, otra);
      return conOtra && ((k) => conOtra.valor(k));
    },
  };
}

interface Lectores {
  /** Computed values that read one themselves, and those that it reaches through them. */
  directos: ReadonlySet<string>;
  todos: ReadonlySet<string>;
}

const LECTORES = new WeakMap<Plan, Map<string, Lectores>>();

function lectoresDe(plan: Plan, clave: string): Lectores {
  const deEste = LECTORES.get(plan) ?? new Map<string, Lectores>();
  LECTORES.set(plan, deEste);
  let suyos = deEste.get(clave);
  if (!suyos) {
    const todos = new Set([clave]);
    // In the order of computing, whoever reads comes after what it reads.
    for (const k of plan.orden) if ([...(plan.lee.get(k) ?? [])].some((l) => todos.has(l))) todos.add(k);
    const directos = new Set(plan.orden.filter((k) => plan.lee.get(k)?.has(clave)));
    deEste.set(clave, (suyos = { directos, todos }));
  }
  return suyos;
}

function esElUnicoCambio(antes: Entrada, despues: Entrada | undefined, clave: string): boolean {
  if (!despues) return true;
  const claves = new Set([...antes.valores.keys(), ...despues.valores.keys()]);
  const otras = [...claves].some((k) => k !== clave && antes.valores.get(k) !== despues.valores.get(k));
  return !otras && filasEscritas(antes) === filasEscritas(despues);
}

const filasEscritas = ({ filas }: Entrada): string =>
  [...filas].map(([k, suyas]) => `${k}:${suyas.map((f) => f.join()).join(';')}`).join('|');

function cambiaLoLeido({ cruda, entrada, leer }: DeLosDatos, clave: string): boolean {
  const otra = leer(ponerEn(cruda, 'casillas', clave, 1_234_567_000n));
  return otra !== undefined && filasEscritas(otra) !== filasEscritas(entrada);
}

/** The amounts and rates of the rows that were brought as such. */
function celdasDe({ plan, cruda, entrada }: DeLosDatos): Dato[] {
  return plan.formulario.anexos.flatMap(({ clave, columnas }) => {
    const traidas = [cruda.municipios, esObjeto(cruda.anexos) ? cruda.anexos[clave] : undefined];
    const filas = traidas.some(Array.isArray) ? (entrada.filas.get(clave) ?? []) : [];
    const suma = claveDeAnexo(clave);
    return filas.flatMap((fila, n) =>
      columnas.flatMap(({ clave: columna, clase, formula }, j): Dato[] => {
        if (formula || (clase !== 'pesos' && clase !== 'tarifa')) return [];
        let propia: Evaluacion | undefined;
        return [
          {
            ruta: `${clave}.${n + 1}.${columna}`,
            recibido: fila[j] ?? 0n,
            unidad: plan.multiplo(clase),
            ...(clase === 'tarifa' && { maximo: ESCALA }),
            directas: lectoresDe(plan, suma).directos,
            alcanza: (calculada) => lectoresDe(plan, suma).todos.has(calculada),
            con(valor) {
              const evaluacion = (propia ??= evaluar(plan, entrada));
              evaluacion.cambiarFilas(
                clave,
                filas.map((f, k) => (k === n ? f.with(j, valor) : f)),
              );
              return (k) => evaluacion.valor(k);
            },
          },
        ];
      }),
    );
  });
}

function ponerEn(
  cruda: DeclaracionCruda,
  parte: 'casillas' | 'hechos',
  clave: string,
  valor: unknown,
): DeclaracionCruda {
  const antes = cruda[parte];
  return { ...cruda, [parte]: { ...(esObjeto(antes) && antes), [clave]: valor } };
}

function escribir(valor: bigint, clase: Clase): unknown {
  if (clase === 'marca') return Number(valor);
  return clase === 'tarifa' ? enDecimal(fraccion(valor, ESCALA)) : valor;
}
