import Engine from 'publicodes';
import type { Plan } from '@autogestion/normas/formularios/motor';
import type { Motor } from './hojas.ts';
import { presencia, traducir } from './traducir.ts';
import type { Idioma } from './traducir.ts';

/**
 * What a box depends on, as rules of publicodes: one rule a value, in its own mechanisms.
 *
 * @param raiz the box that is asked for.
 */
export function enPublicodes(plan: Plan, raiz: string): Motor {
  const { valores, puestoDe } = plan.distribucion;
  const nombre = (clave: string) =>
    `v${puestoDe.get(clave) ?? `p${plan.formulario.hechos.findIndex((h) => presencia(h.clave) === clave)}`}`;
  const reglas: NonNullable<ConstructorParameters<typeof Engine>[0]> = {};
  let partes = 0;
  /** What is not an operation between two values needs a rule of its own. */
  const aparte = (cuerpo: Record<string, unknown>): string => {
    const suyo = `parte ${++partes}`;
    reglas[suyo] = cuerpo;
    return suyo;
  };
  const idioma: Idioma<string> = {
    valor: nombre,
    numero: String,
    suma: (de) => `(${de.join(' + ')})`,
    resta: (de, menos) => aparte({ 'le maximum de': ['0', [de, ...menos].join(' - ')] }),
    menor: (de) => aparte({ 'le minimum de': de }),
    mayor: (de) => aparte({ 'le maximum de': de }),
    producto: (a, b) => `(${a} * ${b})`,
    si: (a, signo, b, entonces, siNo) =>
      aparte({ variations: [{ si: `${a} ${signo} ${b}`, alors: entonces }, { sinon: siNo }] }),
  };
  const agregar = (clave: string): void => {
    if (nombre(clave) in reglas) return;
    const valor = valores[puestoDe.get(clave) ?? -1];
    if (!valor?.formula) {
      reglas[nombre(clave)] = { 'par défaut': Number(valor?.siFalta ?? 0n) };
      return;
    }
    const cuerpo = traducir(valor.formula, plan, idioma);
    reglas[nombre(clave)] =
      valor.clase === 'pesos' ? `${aparte({ valeur: `${cuerpo} / 1000`, arrondi: 'oui' })} * 1000` : cuerpo;
    for (const leida of plan.lee.get(clave) ?? []) agregar(leida);
  };
  agregar(raiz);
  const motor = new Engine(reglas);
  let situacion: Record<string, number> = {};
  return {
    cambiar(nuevos) {
      const conocidos = Object.entries(nuevos).filter(([clave]) => nombre(clave) in reglas);
      situacion = {
        ...situacion,
        ...Object.fromEntries(conocidos.map(([k, v]) => [nombre(k), Number(v ?? 0n)])),
      };
      motor.setSituation(situacion);
    },
    valor: (clave) => Number(motor.evaluate(nombre(clave)).nodeValue),
  };
}
