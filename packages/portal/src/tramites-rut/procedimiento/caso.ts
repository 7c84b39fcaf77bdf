import type { Json } from '@autogestion/documentos';
import type { Verificacion } from '@autogestion/normas/rut';
import { FLUJO_RUT, tipoDeCaso, type Situacion, type TipoDeCaso } from '../../tramites/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { delMismoAnio } from './del-mismo-anio.ts';
import { hechosDelRut, quienPide } from './hechos-del-rut.ts';
import type { LoQueSeSabe } from './lo-que-se-sabe.ts';
import { plantillaDe } from './plantilla.ts';
import type { DefinicionDeProcedimiento } from './definicion.ts';
import {
  actualizadoSegun,
  DIFERENCIAS,
  verificar,
  type PorVerificar,
  type Verificador,
} from './verificaciones.ts';

/** A procedure as a kind of case: an official verifies it, and its approval does what it says. */
export function casoDelProcedimiento<S extends Json, R extends object, P extends R>(
  d: DefinicionDeProcedimiento<S, R, P>,
  verificador: Verificador,
): TipoDeCaso {
  const { caso, anio } = d;
  const porVerificar = caso.verificables ?? [];
  return tipoDeCaso<S>({
    tipo: d.id,
    nombre: caso.nombre,
    formulario: '1180',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: caso.flujo ?? FLUJO_RUT,
    cuatroOjos: caso.cuatroOjos ?? false,
    esquema: d.ficha.esquema,
    presentar: caso.presentar,
    documentos: caso.documentos,
    verificables: [...porVerificar, DIFERENCIAS],
    async comprobar(trx, s) {
      const sabido = await loQueSeSabe(trx, s, { verificador, porVerificar });
      const evaluacion = d.evaluar(sabido, s.solicitud);
      return anio ? delMismoAnio(trx, anio(s.solicitud), evaluacion) : evaluacion;
    },
    plantilla: (sentido, { evaluacion }) => plantillaDe(sentido, evaluacion, caso.decision),
    alAprobar: caso.alAprobar,
    empezar: `/rut/${d.camino}`,
  });
}

/** What the registry says now, who asks, the files and what was looked for. */
async function loQueSeSabe(
  trx: Transaccion,
  { titular, aportados, verificado }: Situacion<unknown>,
  o: { verificador: Verificador; porVerificar: readonly { id: PorVerificar }[] },
): Promise<LoQueSeSabe> {
  const hallazgos: [PorVerificar, Verificacion][] = [];
  for (const { id } of o.porVerificar)
    hallazgos.push([id, await verificar({ trx, titular, verificador: o.verificador, verificado }, id)]);
  return {
    rut: await hechosDelRut(trx, titular),
    quien: quienPide(trx, titular),
    actualizado: actualizadoSegun(verificado),
    aportados,
    verificado: Object.fromEntries(hallazgos),
  };
}
