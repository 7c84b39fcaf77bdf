import { seccionalDeMunicipio } from '@autogestion/normas/geografia';
import type { Clasificacion, RegistroRut, Ubicacion } from '@autogestion/normas/rut';
import type { RespuestasHoja1 } from './pasos/hoja-1.ts';
import { cambia, hechosDe, type Dicho } from './tipos.ts';

type DatosHoja1 = Dicho<RespuestasHoja1>;

/** Sheet 1 with what was declared, put on what it says today. */
export function hoja1Nueva(d: DatosHoja1): RegistroRut {
  const { registro } = hechosDe(d);
  const ubicacion = ubicacionNueva(registro.ubicacion, d);
  return {
    ...registro,
    seccional: seccionalNueva(registro, ubicacion.municipio),
    identificacion: conNombres(registro, d),
    ubicacion,
    clasificacion: clasificacionNueva(registro.clasificacion, d),
  };
}

function ubicacionNueva(antes: Ubicacion, d: DatosHoja1): Ubicacion {
  const { respuestas: r } = d;
  const u = { ...antes };
  const direccion = r.direccion ?? r['direccion-libre'];
  if (r.municipio && direccion) {
    u.municipio = r.municipio;
    u.direccion = direccion;
    // A postal code is of the address that is left.
    if (!cambia('codigo-postal')(d)) delete u.codigoPostal;
  }
  ponerOQuitar(u, 'codigoPostal', r['codigo-postal']);
  ponerOQuitar(u, 'telefono2', r['segundo-telefono']);
  return u;
}

function clasificacionNueva(antes: Clasificacion, { respuestas: r }: DatosHoja1): Clasificacion {
  const c = { ...antes };
  if (r.actividad && r['inicio-actividad'])
    c.actividadPrincipal = { codigo: r.actividad, desde: r['inicio-actividad'] };
  if (r['otra-actividad'] === false) delete c.actividadSecundaria;
  if (r['actividad-secundaria'] && r['inicio-secundaria'])
    c.actividadSecundaria = { codigo: r['actividad-secundaria'], desde: r['inicio-secundaria'] };
  if (r['otras-actividades']) c.otrasActividades = r['otras-actividades'];
  if (r.establecimientos !== undefined) c.establecimientos = r.establecimientos;
  if (r['usuarios-aduaneros']) c.usuariosAduaneros = r['usuarios-aduaneros'];
  return c;
}

function conNombres({ identificacion }: RegistroRut, { respuestas: r }: DatosHoja1) {
  const i = { ...identificacion };
  ponerOQuitar(i, 'nombreComercial', r['nombre-comercial']?.nombreComercial);
  ponerOQuitar(i, 'sigla', r['nombre-comercial']?.sigla);
  return i;
}

/** What was left empty is taken out of the registry; what was not asked stays. */
function ponerOQuitar<C extends string>(
  donde: Partial<Record<C, string>>,
  campo: C,
  valor: string | undefined,
): void {
  if (valor === '') delete donde[campo];
  else if (valor !== undefined) donde[campo] = valor;
}

/** Box 12 follows the municipality, and stays while the municipality does. */
function seccionalNueva({ ubicacion, seccional }: RegistroRut, municipio: string): string {
  if (municipio === ubicacion.municipio) return seccional;
  return seccionalDeMunicipio(municipio)?.seccional.codigo ?? seccional;
}
