import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  abrirClavePersona,
  crearClavePersona,
  emitirCertificadoPersona,
  firmarActoConClave,
} from '@autogestion/documentos';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { fecha } from '@autogestion/normas/fechas';
import { aceptarAcuerdo } from '../../packages/portal/src/firma/acuerdo.ts';
import { ACTOS_PROPIOS, actoDePrueba, PRUEBA } from '../../packages/portal/src/firma/actos-propios.ts';
import { pedirClaveDinamica } from '../../packages/portal/src/firma/clave-dinamica.ts';
import { emitirFirma, formalizacionDe } from '../../packages/portal/src/firma/emitir-firma.ts';
import type { EntornoFirma } from '../../packages/portal/src/firma/entorno.ts';
import { firmarActo, presentarActo } from '../../packages/portal/src/firma/firmar-acto.ts';
import { TIPOS_DE_ACTO, type TipoActo } from '../../packages/portal/src/firma/index.ts';
import { llavesDeAcceso } from '../../packages/portal/src/cuentas/index.ts';
import {
  abrirCasa,
  abrirPool,
  abrirSesion,
  ANONIMO,
  cerrarPool,
  clavesDe,
  codigosDeUnUso,
  crearRegistro,
  relojFijo,
  ROL_APLICACION,
  transacciones,
  type Actor,
  type EnTransaccion,
  type Sesion,
  type Transaccion,
} from '../../packages/portal/src/plataforma/index.ts';
import { inscribir } from '../../packages/portal/src/rut/inscribir.ts';
import { abrirAutoridad } from '../../packages/portal/src/sello/index.ts';
import type { Base } from './base.ts';

/** The master key of what is prepared here, for an office that must read it. */
export const LLAVE_DE_LA_MESA = Buffer.alloc(32, 7);
const CONTRASENA = 'arepa con 2 quesos';
export const URL = 'https://medicion.example';

/** Somebody fictional with a signature in force. */
export interface FirmanteDePrueba {
  persona: string;
  registro: RegistroRut;
  sesion: Sesion;
  actor: Actor;
}

export interface Mesa {
  base: Base;
  pool: ReturnType<typeof abrirPool>;
  enTransaccion: EnTransaccion;
  comoPropietario: EnTransaccion;
  reloj: { avanzar(ms: number): void };
  firma: EntornoFirma;
  cerrar(): Promise<unknown>;
}

/** What signing needs of an office, in this process. @param tipos of acts, besides the signature's own */
export async function mesaDeFirma(base: Base, tipos: readonly TipoActo[] = []): Promise<Mesa> {
  const reloj = relojFijo(new Date());
  const claves = clavesDe(LLAVE_DE_LA_MESA);
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 16, rol: ROL_APLICACION, nombre: 'medicion' });
  const dueno = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'medicion' });
  const comoPropietario = transacciones(dueno, reloj);
  const autoridad = await comoPropietario({ tipo: 'sistema', trabajo: 'medicion' }, (trx) =>
    abrirAutoridad(trx, {
      claves,
      reloj,
      registro: crearRegistro('silent'),
      directorioPublico: join(base.directorio, 'publico'),
    }),
  );
  const casa = abrirCasa([
    { nombre: 'firma', recibe: [TIPOS_DE_ACTO], tipos: TIPOS_DE_ACTO.de(...ACTOS_PROPIOS, ...tipos) },
  ]);
  return {
    base,
    pool,
    enTransaccion: transacciones(pool, reloj, () => casa),
    comoPropietario,
    reloj,
    firma: {
      autoridad,
      claves,
      codigos: codigosDeUnUso(claves),
      llaves: llavesDeAcceso({ urlPublica: URL }),
      urlPublica: URL,
      demostracion: true,
    },
    cerrar: () => Promise.all([pool, dueno].map(cerrarPool)),
  };
}

export const APERTURA = { contrasena: CONTRASENA, pimienta: new Uint8Array(32), contexto: 'medicion' };

/** What any signature costs without the office: opening the key of one person with its password, and signing an act. */
export async function firmaSuelta(
  { firma }: Mesa,
  acto: Omit<Parameters<typeof firmarActoConClave>[0], 'version' | 'firmante' | 'titular' | 'firmadoEn'>,
) {
  const { material } = firma.autoridad;
  const { publica, sobre } = await crearClavePersona(APERTURA);
  const desde = new Date();
  const persona = { nit: '1990600000', nombre: 'MEDIDA FICTICIA PERSONA' };
  const { pem } = await emitirCertificadoPersona(material, {
    persona: { nit: persona.nit, apellidos: 'Medida Ficticia', nombres: 'Persona' },
    publica,
    desde,
    hasta: new Date(desde.getTime() + 86_400_000),
    urlLista: `${URL}/firma/revocados.crl`,
    urlPolitica: `${URL}/firma/politica`,
    demostracion: true,
  });
  return async () => {
    const clave = await abrirClavePersona(sobre, APERTURA);
    if (!clave) throw new Error('The password does not open the key');
    return firmarActoConClave(
      { version: 1, firmante: persona, titular: persona, firmadoEn: new Date().toISOString(), ...acto },
      { clave, certificado: pem, material },
    );
  };
}

/** Registers a person and gives them a signature, through the use cases and without pages. */
export async function firmanteNuevo(m: Mesa, n: number): Promise<FirmanteDePrueba> {
  const registro = registroDe(n);
  const sistema: Actor = { tipo: 'sistema', trabajo: 'medicion' };
  const { titular: persona } = await m.comoPropietario(sistema, (trx) =>
    inscribir(trx, { registro, demostracion: true, correoUnico: true, entregarCopia: false }),
  );
  const sesion = await m.enTransaccion(ANONIMO, (trx) => abrirSesion(trx, 'navegador', persona));
  const actor: Actor = { tipo: 'persona', persona, sesion: sesion.id };
  await m.enTransaccion(actor, (trx) => aceptarAcuerdo(trx, { persona, sesion: sesion.id }));
  const firmante = { persona, registro, sesion, actor };
  const { mostrado } = await m.enTransaccion(actor, (trx) => formalizacionDe(trx, registro));
  const codigo = await claveDe(m, firmante, mostrado);
  const emitida = await m.enTransaccion(actor, (trx) =>
    emitirFirma(trx, m.firma, {
      ...firmante,
      identidadComprobada: true,
      contrasena: CONTRASENA,
      codigo,
      mostrado,
      clave: randomUUID(),
    }),
  );
  if (!emitida.ok) throw new Error(emitida.mensaje);
  return firmante;
}

/** A signature ready to be made: the key is asked for and read; calling it signs. */
export async function firmaPreparada(m: Mesa, f: FirmanteDePrueba): Promise<() => Promise<void>> {
  const acto = actoDePrueba(f.registro);
  const { mostrado } = await m.enTransaccion(f.actor, (trx) => presentarActo(trx, PRUEBA, acto));
  const codigo = await claveDe(m, f, mostrado);
  return async () => {
    await m.enTransaccion(f.actor, (trx) => firmarComo(trx, m, f, { tipo: PRUEBA, acto, mostrado, codigo }));
  };
}

/** Signs in a transaction with both factors. @throws Error when it is refused */
export async function firmarComo(
  trx: Transaccion,
  m: Pick<Mesa, 'firma'>,
  f: FirmanteDePrueba,
  q: { tipo: string; acto: Parameters<typeof presentarActo>[2]; mostrado: string; codigo: string },
) {
  const r = await firmarActo(trx, m.firma, {
    tipo: q.tipo,
    titular: f.persona,
    acto: q.acto,
    mostrado: q.mostrado,
    contrasena: CONTRASENA,
    factor: { tipo: 'clave-dinamica', codigo: q.codigo },
    sesion: f.sesion,
    clave: randomUUID(),
  });
  if (!r.ok) throw new Error(r.mensaje);
  return r.acto;
}

/** Asks for a dynamic key for what would be signed, and reads it. */
export async function claveDe(m: Mesa, f: FirmanteDePrueba, mostrado: string): Promise<string> {
  const pedida = await m.enTransaccion(f.actor, (trx) =>
    pedirClaveDinamica(trx, m.firma, { sesion: f.sesion, canal: 'correo', mostrado, titulo: 'Medición' }),
  );
  if (!pedida.ok || pedida.espere) throw new Error('The dynamic key was not sent');
  const [mensaje] = await m.base.sql<{ texto: string }>(
    `select texto from plataforma.mensaje where destino = $1 and texto like 'Su clave dinámica%'
     order by creado_en desc, id desc limit 1`,
    [f.registro.ubicacion.correo],
  );
  return /es ([0-9A-Z]{6})\./.exec(mensaje?.texto ?? '')?.[1] ?? '';
}

function registroDe(n: number): RegistroRut {
  const nit = String(1_990_600_000 + n);
  return {
    tipoContribuyente: '2',
    nit,
    dv: digitoDeVerificacion(nit),
    seccional: '32',
    identificacion: {
      tipoDocumento: '13',
      numero: nit,
      primerApellido: 'Medida',
      segundoApellido: 'Ficticia',
      primerNombre: `Persona ${n}`,
    },
    ubicacion: {
      pais: '169',
      municipio: '11001',
      direccion: 'CL 1 2 3',
      correo: `medida${n}@pruebas.example`,
    },
    clasificacion: {
      actividadPrincipal: { codigo: '5613', desde: fecha('2024-01-15') },
      otrasActividades: [],
      establecimientos: 0,
      responsabilidades: ['49'],
      usuariosAduaneros: [],
    },
  };
}
