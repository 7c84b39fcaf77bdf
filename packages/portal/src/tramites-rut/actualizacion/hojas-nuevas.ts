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
import { mayusculas } from './campos.ts';
import { enMayusculas } from './pasos/hojas/comun.tsx';
import { entraProfesional } from './pasos/hojas/profesional.tsx';
import { entraRepresentante, saleRepresentante } from './pasos/hojas/representante.tsx';
import { abreSede, cierraSede } from './pasos/hojas/sede.tsx';
import { entraSocio, saleSocio } from './pasos/hojas/socio.tsx';
import { cambia, type DatosActualizacion } from './tipos.ts';

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
  if (!cambia('representantes')(d)) return r;
  const sale = saleRepresentante(d) ? d.respuestas['representante-sale']?.clave : undefined;
  const quedan = (r.representantes ?? []).filter((x) => claveDe(x, x.representacion) !== sale);
  const entra = entraRepresentante(d) ? representanteDe(d) : undefined;
  return { ...r, representantes: [...quedan, ...(entra ? [entra] : [])] };
}

function representanteDe({ respuestas: r }: DatosActualizacion): Representante | undefined {
  const [calidad, documento] = [r['representante-calidad'], r['representante-documento']];
  const [nombres, desde] = [r['representante-nombres'], r['representante-desde']];
  if (!calidad || !documento || !nombres || !desde) return undefined;
  return {
    representacion: calidad.representacion,
    desde: desde.fecha,
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    ...enMayusculas(nombres),
  };
}

function conSocios(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'socio-sale': sale, 'socio-retiro': retiro } = d.respuestas;
  if (saleSocio(d) && sale && retiro) {
    const socios = (r.socios ?? []).map((s) =>
      s.retiro === undefined && claveDe(s) === sale.clave ? { ...s, retiro: retiro.fecha } : s,
    );
    return { ...r, socios };
  }
  const entra = entraSocio(d) ? socioDe(d) : undefined;
  return entra ? { ...r, socios: [...(r.socios ?? []), entra] } : r;
}

function socioDe({ respuestas: r }: DatosActualizacion): Socio | undefined {
  const [documento, nacionalidad, ingreso] = [
    r['socio-documento'],
    r['socio-nacionalidad'],
    r['socio-ingreso'],
  ];
  const [capital, participacion] = [r['socio-capital'], r['socio-participacion']];
  if (!documento || !nacionalidad || !ingreso || !capital || !participacion) return undefined;
  const comun = {
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    nacionalidad: nacionalidad.pais,
    capital: capital.capital,
    participacion: participacion.participacion,
    ingreso: ingreso.fecha,
  };
  if (documento.tipo === '31')
    return r['socio-razon'] && { ...comun, razonSocial: mayusculas(r['socio-razon'].razonSocial) };
  return r['socio-nombres'] && { ...comun, ...enMayusculas(r['socio-nombres']) };
}

function conProfesional(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'profesional-cargo': c, 'profesional-accion': a } = d.respuestas;
  if (!cambia('revisor-contador')(d) || !c || !a) return r;
  if (a.accion === 'retirar') {
    const sin = { ...r };
    delete sin[c.cargo];
    return sin;
  }
  const entra = entraProfesional(d) ? profesionalDe(d) : undefined;
  return entra ? { ...r, [c.cargo]: entra } : r;
}

function profesionalDe({ respuestas: r }: DatosActualizacion): Profesional | undefined {
  const [documento, nombres] = [r['profesional-documento'], r['profesional-nombres']];
  const [tarjeta, firma] = [r['profesional-tarjeta'], r['profesional-firma']];
  const nombramiento = r['profesional-nombramiento'];
  if (!documento || !nombres || !tarjeta || !firma || !nombramiento) return undefined;
  return {
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    ...enMayusculas(nombres),
    tarjetaProfesional: tarjeta.tarjeta,
    ...(firma.nit !== '' && { firmaNit: firma.nit, firmaNombre: mayusculas(firma.nombre) }),
    nombramiento: nombramiento.fecha,
  };
}

/** Box 52 counts them: it follows, unless the person said the number apart. */
function conSedes(r: RegistroRut, d: DatosActualizacion): RegistroRut {
  const { 'sede-cierra': cierra, 'sede-cierre': cierre } = d.respuestas;
  if (cierraSede(d) && cierra && cierre) {
    const sedes = (r.sedes ?? []).map((s) =>
      s.cierre === undefined && s.nombre === cierra.clave ? { ...s, cierre: cierre.fecha } : s,
    );
    return contados({ ...r, sedes }, d, -1);
  }
  const abre = abreSede(d) ? sedeDe(d) : undefined;
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
  if (!tipo || !nombre || !actividad || !municipio || !direccion || !telefono || !matricula) return undefined;
  return {
    tipo: tipo.tipo,
    actividad,
    nombre: nombre.nombre,
    municipio: municipio.municipio,
    direccion: direccion.direccion,
    ...(matricula.fecha && { matricula: matricula.matricula, fechaMatricula: matricula.fecha }),
    ...definidos({ telefono: telefono.telefono || undefined }),
  };
}
