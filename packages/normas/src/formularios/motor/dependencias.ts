import type { Condicion, Expresion } from './expresion.ts';
import { numero, resta, suma, menor, valor } from './expresion.ts';
import type { Formulario, Reparto, TurnoDeReparto } from './definicion.ts';
import { FormularioMalHecho } from './errores.ts';

/** A form with its open points decided. */
export interface Lectura {
  formulario: Formulario;
  /** The chosen case of each open point. */
  opciones: Readonly<Record<string, string>>;
}

/** What an expression reads: boxes, facts, auxiliary results and annexes (`anexo:municipios`). */
export function leidasPor(e: Expresion, lectura: Lectura): Set<string> {
  const claves = new Set<string>();
  const visitar = (x: Expresion): void => {
    if (x.op === 'valor') claves.add(x.clave);
    if (x.op === 'suma-anexo') claves.add(claveDeAnexo(x.anexo));
    partesDe(x, lectura).forEach(visitar);
  };
  visitar(e);
  return claves;
}

export const claveDeAnexo = (anexo: string): string => `anexo:${anexo}`;

/** The expressions directly inside one, conditions included; of an open point, the chosen case alone. */
function partesDe(e: Expresion, lectura: Lectura): Expresion[] {
  switch (e.op) {
    case 'valor':
    case 'numero':
    case 'parametro':
    case 'tarifa':
    case 'suma-anexo':
      return [];
    case 'uvt':
      return e.veces ? [e.veces] : [];
    case 'suma':
    case 'promedio':
    case 'menor':
    case 'mayor':
      return [...e.de];
    case 'resta':
      return [e.de, ...e.menos];
    case 'porcentaje':
      return [e.de];
    case 'por-tarifa':
      return [e.tarifa, e.de];
    case 'producto':
      return [e.de, e.veces];
    case 'proporcion':
      return [e.de, e.parte, e.todo];
    case 'tabla':
    case 'tarifa-de-rango':
      return [e.base];
    case 'si':
      return [...partesDeCondicion(e.condicion), e.entonces, e.siNo];
    case 'segun':
      return [casoElegido(e, lectura)];
    case 'reparto':
      return [desplegarTurno(e.reparto, e.turno, lectura.formulario)];
  }
}

/** @throws FormularioMalHecho when the open point or its case does not exist. */
export function casoElegido(
  { opcion, casos }: Extract<Expresion, { op: 'segun' }>,
  { opciones }: Lectura,
): Expresion {
  const caso = casos[opciones[opcion] ?? ''];
  if (!caso) throw new FormularioMalHecho('opcion-desconocida', `No hay un caso elegido de ${opcion}`);
  return caso;
}

function partesDeCondicion(c: Condicion): Expresion[] {
  switch (c.es) {
    case 'conocido':
      return [valor(c.clave)];
    case 'y':
      return c.de.flatMap(partesDeCondicion);
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return [c.a, c.b];
  }
}

/**
 * A turn of a quota in simpler operations: what the quota does not limit, plus the least of what is asked besides,
 * what the turns before left, and what still fits under the ceiling.
 */
export function desplegarTurno(nombre: string, n: number, formulario: Formulario): Expresion {
  const { reparto, actual } = turnoDe(nombre, n, formulario);
  return suma(sinLimite(actual), menor(...limitesDelTurno(reparto, n)));
}

/**
 * What is asked of the quota, what is left of it, and what fits under the ceiling, in this order.
 *
 * @param tieneLibre whether something of a turn escapes the quota; where nothing does, the same is said shorter.
 */
export function limitesDelTurno(
  reparto: Reparto,
  n: number,
  tieneLibre: (libre: Expresion) => boolean = () => true,
): [Expresion, Expresion, Expresion] {
  const actual = reparto.turnos[n] as TurnoDeReparto;
  const sin = (que: Expresion, t: TurnoDeReparto) => {
    const libre = sinLimite(t);
    return tieneLibre(libre) ? resta(que, libre) : que;
  };
  const usado = reparto.turnos.slice(0, n).map((t) => sin(valor(t.casilla), t));
  return [
    sin(actual.pretendido, actual),
    usado.length === 0 ? reparto.cupo : resta(reparto.cupo, ...usado),
    sin(actual.techo, actual),
  ];
}

export function sinLimite({ libre, pretendido, techo }: TurnoDeReparto): Expresion {
  return libre.op === 'numero' && libre.numero === 0n ? numero(0) : menor(libre, pretendido, techo);
}

export function turnoDe(
  nombre: string,
  n: number,
  formulario: Formulario,
): { reparto: Reparto; actual: TurnoDeReparto } {
  const reparto = formulario.repartos[nombre];
  const actual = reparto?.turnos[n];
  if (!reparto || !actual) {
    throw new FormularioMalHecho('clave-desconocida', `No hay un turno ${n} del reparto ${nombre}`);
  }
  return { reparto, actual };
}

/**
 * Keys in an order in which each comes after those that it reads.
 *
 * @throws FormularioMalHecho with the circle written out: `41 → 42 → 41`.
 */
export function ordenar(lee: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const orden: string[] = [];
  const estado = new Map<string, 'abierta' | 'lista'>();
  const visitar = (clave: string, camino: readonly string[]): void => {
    const lecturas = lee.get(clave);
    if (!lecturas || estado.get(clave) === 'lista') return;
    if (estado.get(clave) === 'abierta') {
      const circulo = [...camino.slice(camino.indexOf(clave)), clave];
      throw new FormularioMalHecho('ciclo', `El formulario se muerde la cola: ${circulo.join(' → ')}`);
    }
    estado.set(clave, 'abierta');
    for (const leida of lecturas) visitar(leida, [...camino, clave]);
    estado.set(clave, 'lista');
    orden.push(clave);
  };
  for (const clave of lee.keys()) visitar(clave, []);
  return orden;
}
