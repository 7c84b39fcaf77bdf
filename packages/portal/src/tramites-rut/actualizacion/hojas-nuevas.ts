import { definidos } from '@autogestion/normas/definidos';
import {
  claveDe,
  type Profesional,
  type RegistroRut,
  type Representante,
  type Sede,
  type Socio,
} from '@autogestion/normas/rut';
import { vueltasDe } from '../../interfaz/recorrido/index.ts';
import { enMayusculas, mayusculas } from './pasos/hojas/comun.ts';
import type { DatosActualizacion } from './preguntas.ts';
import { cambia } from './tipos.ts';

/** What one round of a list does to the record. */
type Cambio = (r: RegistroRut, d: DatosActualizacion) => RegistroRut;

const CAMBIOS: Readonly<Record<string, Cambio>> = {
  representante: conRepresentantes,
  socio: conSocios,
  profesional: conProfesional,
  sede: conSedes,
};

/** Sheets 3 to 6 with who comes in and who leaves, one change after another; a change that is not complete does nothing. */
export function hojasNuevas(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  return Object.entries(CAMBIOS).reduce(
    (asi, [grupo, cambiar]) => vueltasDe(d, grupo).reduce(cambiar, asi),
    r,
  );
}

function conRepresentantes(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'representante-accion': accion, 'representante-sale': sale } = d.respuestas;
  if (!accion) return r;
  const quedan = (r.representantes ?? []).filter((x) => claveDe(x, x.representacion) !== sale);
  const entra = representanteDe(d);
  return { ...r, representantes: [...quedan, ...(entra ? [entra] : [])] };
}

function representanteDe({ respuestas: r }: DatosActualizacion): Representante | undefined {
  const [representacion, documento] = [r['representante-calidad'], r['representante-documento']];
  const [nombres, desde] = [r['representante-nombres'], r['representante-desde']];
  if (!representacion || !documento || !nombres || !desde) return undefined;
  return {
    representacion,
    desde,
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    ...enMayusculas(nombres),
  };
}

function conSocios(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'socio-sale': sale, 'socio-retiro': retiro } = d.respuestas;
  if (sale && retiro) {
    const socios = (r.socios ?? []).map((s) =>
      s.retiro === undefined && claveDe(s) === sale ? { ...s, retiro } : s,
    );
    return { ...r, socios };
  }
  const entra = socioDe(d);
  return entra ? { ...r, socios: [...(r.socios ?? []), entra] } : r;
}

function socioDe({ respuestas: r }: DatosActualizacion): Socio | undefined {
  const [documento, nacionalidad] = [r['socio-documento'], r['socio-nacionalidad']];
  const [capital, participacion, ingreso] = [
    r['socio-capital'],
    r['socio-participacion'],
    r['socio-ingreso'],
  ];
  if (!documento || !nacionalidad || !ingreso || capital === undefined || participacion === undefined)
    return undefined;
  const comun = {
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    nacionalidad,
    capital: String(capital),
    participacion,
    ingreso,
  };
  const { 'socio-razon': razon, 'socio-nombres': nombres } = r;
  if (razon) return { ...comun, razonSocial: mayusculas(razon) };
  return nombres && { ...comun, ...enMayusculas(nombres) };
}

function conProfesional(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'profesional-cargo': cargo, 'profesional-accion': accion } = d.respuestas;
  if (!cargo || !accion) return r;
  if (accion === 'retirar') {
    const sin = { ...r };
    delete sin[cargo];
    return sin;
  }
  const entra = profesionalDe(d);
  return entra ? { ...r, [cargo]: entra } : r;
}

function profesionalDe({ respuestas: r }: DatosActualizacion): Profesional | undefined {
  const [documento, nombres] = [r['profesional-documento'], r['profesional-nombres']];
  const [tarjetaProfesional, firma] = [r['profesional-tarjeta'], r['profesional-firma']];
  const nombramiento = r['profesional-nombramiento'];
  if (!documento || !nombres || !tarjetaProfesional || !firma || !nombramiento) return undefined;
  return {
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    ...enMayusculas(nombres),
    tarjetaProfesional,
    ...(firma.nit !== '' && { firmaNit: firma.nit, firmaNombre: mayusculas(firma.nombre) }),
    nombramiento,
  };
}

/** Box 52 counts them: it follows, unless the person said the number apart. */
function conSedes(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'sede-cierra': cierra, 'sede-cierre': cierre } = d.respuestas;
  if (cierra && cierre) {
    const sedes = (r.sedes ?? []).map((s) =>
      s.cierre === undefined && s.nombre === cierra ? { ...s, cierre } : s,
    );
    return contados({ ...r, sedes }, d, -1);
  }
  const abre = sedeDe(d);
  return abre ? contados({ ...r, sedes: [...(r.sedes ?? []), abre] }, d, 1) : r;
}

function contados(r: RegistroRut, d: DatosActualizacion, mas: 1 | -1): RegistroRut {
  if (cambia('establecimientos')(d)) return r;
  const establecimientos = Math.max(0, r.clasificacion.establecimientos + mas);
  return { ...r, clasificacion: { ...r.clasificacion, establecimientos } };
}

function sedeDe({ respuestas: r }: DatosActualizacion): Sede | undefined {
  const [tipo, nombre, actividad] = [r['sede-tipo'], r['sede-nombre'], r['sede-actividad']];
  const [municipio, direccion] = [r['sede-municipio'], r['sede-direccion']];
  const [telefono, matricula] = [r['sede-telefono'], r['sede-matricula']];
  if (!tipo || !nombre || !actividad || !municipio || !direccion || telefono === undefined || !matricula)
    return undefined;
  const { numero, fecha: fechaMatricula } = matricula;
  return {
    tipo,
    actividad,
    nombre,
    municipio,
    direccion,
    ...(numero && fechaMatricula && { matricula: numero, fechaMatricula }),
    ...definidos({ telefono: telefono || undefined }),
  };
}
