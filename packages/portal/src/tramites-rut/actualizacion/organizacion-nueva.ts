import { definidos } from '@autogestion/normas/definidos';
import type { ActoDeOrganizacion, Organizacion, RegistroRut } from '@autogestion/normas/rut';
import { vueltasDe } from '../../interfaz/recorrido/index.ts';
import { mayusculas } from './campos.ts';
import { hayVinculacion } from './pasos/organizacion/vinculacion.tsx';
import { cambia, type DatosActualizacion } from './tipos.ts';

/** Sheet 2 with what was declared; as it is while an answer is missing. */
export function organizacionNueva(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const declarado: Organizacion = { ...actos(r, d), ...capital(d), ...vinculacion(d) };
  if (Object.keys(declarado).length === 0) return r;
  return { ...r, organizacion: { ...r.organizacion, ...declarado } };
}

function actos(r: RegistroRut, d: DatosActualizacion): Pick<Organizacion, 'constitucion' | 'reforma'> {
  const dichos: Organizacion = {};
  if (!cambia('constitucion')(d)) return dichos;
  for (const v of vueltasDe(d, 'acto')) {
    const cual = v.respuestas['acto-cual']?.cual;
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
  if (!documento || !notaria || !registro || !matricula || !vigencia) return undefined;
  const elMismo = antes?.numero === documento.numero && antes.fecha === documento.fecha;
  return {
    ...(elMismo && antes.clase !== undefined && { clase: antes.clase }),
    numero: documento.numero,
    fecha: documento.fecha,
    ...definidos({ notaria: notaria.notaria || undefined }),
    ...(registro.fecha && {
      entidadDeRegistro: mayusculas(registro.entidad),
      fechaDeRegistro: registro.fecha,
    }),
    ...definidos({
      matricula: matricula.matricula || undefined,
      municipio: matricula.municipio || undefined,
      vigenteDesde: vigencia.desde,
      vigenteHasta: vigencia.hasta,
    }),
  };
}

function capital(d: DatosActualizacion): Pick<Organizacion, 'capital'> {
  const dicho = d.respuestas.capital;
  return cambia('capital')(d) && dicho ? { capital: dicho } : {};
}

function vinculacion(d: DatosActualizacion): Pick<Organizacion, 'vinculacion'> {
  const { 'vinculacion-grupo': g, 'vinculacion-matriz': m, 'vinculacion-hay': hay } = d.respuestas;
  if (!cambia('vinculacion')(d) || !hay) return {};
  if (!hayVinculacion(d)) return { vinculacion: { tiene: false } };
  if (!g || !m) return {};
  return {
    vinculacion: {
      tiene: true,
      ...definidos({
        grupo: g.grupo ? mayusculas(g.grupo) : undefined,
        matriz: m.nit ? { nit: m.nit, nombre: mayusculas(m.nombre) } : undefined,
      }),
    },
  };
}
