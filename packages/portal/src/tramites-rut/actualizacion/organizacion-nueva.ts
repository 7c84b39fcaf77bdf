import { definidos } from '@autogestion/normas/definidos';
import type { ActoDeOrganizacion, Organizacion, RegistroRut } from '@autogestion/normas/rut';
import { vueltasDe } from '../../interfaz/recorrido/index.ts';
import { mayusculas } from './pasos/hojas/comun.ts';
import type { DatosActualizacion } from './preguntas.ts';

/** Sheet 2 with what was declared; as it is while an answer is missing. */
export function organizacionNueva(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const declarado: Organizacion = { ...actos(r, d), ...capital(d), ...vinculacion(d) };
  if (Object.keys(declarado).length === 0) return r;
  return { ...r, organizacion: { ...r.organizacion, ...declarado } };
}

function actos(r: RegistroRut, d: DatosActualizacion): Pick<Organizacion, 'constitucion' | 'reforma'> {
  const dichos: Organizacion = {};
  for (const v of vueltasDe(d, 'acto')) {
    const cual = v.respuestas['acto-cual'];
    const dicho = cual && actoDe(v, r.organizacion?.[cual]);
    if (dicho) dichos[cual] = dicho;
  }
  return dichos;
}

/** @param antes what the RUT says: the kind of document (box 71) stays while the document is the same */
function actoDe(
  { respuestas: r }: DatosActualizacion,
  antes: ActoDeOrganizacion | undefined,
): ActoDeOrganizacion | undefined {
  const [documento, notaria, registro] = [r['acto-documento'], r['acto-notaria'], r['acto-registro']];
  const [matricula, vigencia] = [r['acto-matricula'], r['acto-vigencia']];
  if (!documento || notaria === undefined || !registro || !matricula || !vigencia) return undefined;
  const elMismo = antes?.numero === documento.numero && antes.fecha === documento.fecha;
  return {
    ...(elMismo && antes.clase !== undefined && { clase: antes.clase }),
    ...documento,
    ...definidos({ notaria: notaria || undefined }),
    ...(registro.fecha && {
      entidadDeRegistro: mayusculas(registro.entidad),
      fechaDeRegistro: registro.fecha,
    }),
    ...definidos({
      matricula: matricula.numero || undefined,
      municipio: matricula.municipio || undefined,
      vigenteDesde: vigencia.desde,
      vigenteHasta: vigencia.hasta,
    }),
  };
}

const capital = ({ respuestas: { capital: dicho } }: DatosActualizacion): Pick<Organizacion, 'capital'> =>
  dicho ? { capital: dicho } : {};

function vinculacion({ respuestas: r }: DatosActualizacion): Pick<Organizacion, 'vinculacion'> {
  const { 'vinculacion-grupo': grupo, 'vinculacion-matriz': m, 'vinculacion-hay': hay } = r;
  if (hay === false) return { vinculacion: { tiene: false } };
  if (grupo === undefined || !m) return {};
  return {
    vinculacion: {
      tiene: true,
      ...definidos({
        grupo: grupo ? mayusculas(grupo) : undefined,
        matriz: m.nit ? { nit: m.nit, nombre: mayusculas(m.nombre) } : undefined,
      }),
    },
  };
}
