import { seccionalDeMunicipio } from '@autogestion/normas/geografia';
import { conCodigos, type Clasificacion, type RegistroRut, type Ubicacion } from '@autogestion/normas/rut';
import { hojasNuevas } from './hojas-nuevas.ts';
import { organizacionNueva } from './organizacion-nueva.ts';
import { cambia, hechosDe, type Cosa, type DatosActualizacion } from './tipos.ts';

/**
 * What the RUT would say with the answers of a draft, complete or not: the answers are put on what it says today, so
 * that a change that somebody else made meanwhile stays.
 */
export function registroNuevo(d: DatosActualizacion): RegistroRut {
  const { registro } = hechosDe(d);
  const dice = (cosa: Cosa) => cambia(cosa)(d);
  const identificacion = dice('nombre-comercial') ? conNombres(registro, d) : registro.identificacion;
  const ubicacion = ubicacionNueva(registro.ubicacion, d);
  const nuevo: RegistroRut = {
    ...registro,
    seccional: seccionalNueva(registro, ubicacion.municipio),
    identificacion,
    ubicacion,
    clasificacion: clasificacionNueva(registro.clasificacion, d),
  };
  const conHojas = hojasNuevas(organizacionNueva(nuevo, d), d);
  const agrega = dice('responsabilidades') ? (d.respuestas.codigos?.agrega ?? []) : [];
  return agrega.length > 0 ? conCodigos(conHojas, agrega) : conHojas;
}

function ubicacionNueva(antes: Ubicacion, d: DatosActualizacion): Ubicacion {
  const { respuestas: r } = d;
  const u = { ...antes };
  const conNomenclatura = r['tipo-direccion'] === 'con-nomenclatura';
  const direccion = conNomenclatura ? r.direccion : r['direccion-libre'];
  if (cambia('direccion')(d) && r.municipio && direccion) {
    u.municipio = r.municipio;
    u.direccion = direccion;
    // A postal code is of the address that is left.
    if (!cambia('codigo-postal')(d)) delete u.codigoPostal;
  }
  if (cambia('codigo-postal')(d) && r['codigo-postal'])
    ponerOQuitar(u, 'codigoPostal', r['codigo-postal'].codigoPostal);
  if (cambia('segundo-telefono')(d) && r['segundo-telefono'])
    ponerOQuitar(u, 'telefono2', r['segundo-telefono'].telefono);
  return u;
}

function clasificacionNueva(antes: Clasificacion, d: DatosActualizacion): Clasificacion {
  const { respuestas: r } = d;
  const c = { ...antes };
  if (cambia('actividad-principal')(d) && r.actividad && r['inicio-actividad'])
    c.actividadPrincipal = { codigo: r.actividad, desde: r['inicio-actividad'] };
  if (cambia('actividad-secundaria')(d)) {
    if (r['otra-actividad'] === false) delete c.actividadSecundaria;
    else if (r['otra-actividad'] && r['actividad-secundaria'] && r['inicio-secundaria'])
      c.actividadSecundaria = {
        codigo: r['actividad-secundaria'],
        desde: r['inicio-secundaria'],
      };
  }
  if (cambia('otras-actividades')(d) && r['otras-actividades'])
    c.otrasActividades = r['otras-actividades'].actividades;
  if (cambia('establecimientos')(d) && r.establecimientos !== undefined)
    c.establecimientos = r.establecimientos;
  if (cambia('casilla-54')(d) && r['usuarios-aduaneros'])
    c.usuariosAduaneros = r['usuarios-aduaneros'].calidades;
  return c;
}

function conNombres({ identificacion }: RegistroRut, { respuestas: r }: DatosActualizacion) {
  const i = { ...identificacion };
  const dicho = r['nombre-comercial'];
  if (!dicho) return i;
  ponerOQuitar(i, 'nombreComercial', dicho.nombreComercial);
  ponerOQuitar(i, 'sigla', dicho.sigla);
  return i;
}

/** What was left empty is taken out of the registry. */
function ponerOQuitar<C extends string>(donde: Partial<Record<C, string>>, campo: C, valor: string): void {
  if (valor === '') delete donde[campo];
  else donde[campo] = valor;
}

/** Box 12 follows the municipality, and stays while the municipality does. */
function seccionalNueva({ ubicacion, seccional }: RegistroRut, municipio: string): string {
  if (municipio === ubicacion.municipio) return seccional;
  return seccionalDeMunicipio(municipio)?.seccional.codigo ?? seccional;
}
