import { crearClavePersona, emitirCertificadoPersona } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { vigenciaHasta } from '@autogestion/normas/firma';
import { fechaEnBogota } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { auditar, encolar, llamar, uuidv7, type Sesion, type Transaccion } from '../plataforma/index.ts';
import { estadoDeTitular, nombreDe } from '../rut/index.ts';
import type { CertificadoEnUso } from './abrir-clave.ts';
import { actoDeFormalizacion, FORMALIZACION } from './actos-propios.ts';
import { TIPOS_DE_ACTO } from './actos.ts';
import { acuerdoAceptado } from './acuerdo.ts';
import { usarClaveDinamica } from './clave-dinamica.ts';
import { actoPorClave } from './consultas.ts';
import { revisarContrasenaNueva } from './contrasena-nueva.ts';
import { contextoDeClave, pimienta, type EntornoFirma } from './entorno.ts';
import { rechazo } from './errores.ts';
import { guardarFirmado, presentarActo, type Firmado } from './firmar-acto.ts';
import { PUBLICAR_LISTA } from './lista.ts';

interface PedidoDeEmision {
  persona: string;
  /** Their own RUT, in force. */
  registro: RegistroRut;
  /** The identity registry said that the document is theirs. */
  identidadComprobada: boolean;
  contrasena: string;
  /** Dynamic key. */
  codigo: string;
  /** Hash of the formalisation that the page showed. */
  mostrado: string;
  sesion: Sesion;
  clave: string;
}

/** What a person who obtains or renews their signature signs with it first: form 10036. */
export function formalizacionDe(trx: Transaccion, registro: RegistroRut) {
  const hasta = fechaEnBogota(vigenciaHasta(trx.ahora));
  return presentarActo(trx, FORMALIZACION, actoDeFormalizacion(registro, hasta));
}

/**
 * Issues the signature of whoever acts, or renews it: a new key under their password, a certificate of three years,
 * and form 10036 signed with it. The one before ends in the same instant and its key is erased. The agreement was
 * accepted before, the identity checked, and the dynamic key went to where the RUT says.
 */
export async function emitirFirma(trx: Transaccion, e: EntornoFirma, p: PedidoDeEmision): Promise<Firmado> {
  const { persona, registro } = p;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`firma:${persona}`}, 0))`.execute(trx.bd);
  const previo = await actoPorClave(trx, persona, p.clave);
  if (previo) return { ok: true, acto: previo };
  if (registro.tipoContribuyente !== '2')
    return rechazo(
      'solo-personas',
      'La firma electrónica es de personas. Por una empresa firma quien la representa.',
    );
  if ((await estadoDeTitular(trx, persona)) === 'cancelado')
    return rechazo('rut-cancelado', 'Su RUT está cancelado: no puede tener firma electrónica.');
  const acuerdo = await acuerdoAceptado(trx, persona);
  if (!acuerdo) return rechazo('acuerdo', 'Antes debe aceptar el acuerdo de uso.');
  if (!p.identidadComprobada)
    return rechazo('identidad', 'La fecha no coincide con la del registro de identidad.', {
      campo: 'expedicion',
    });
  const revisada = await revisarContrasenaNueva(p.contrasena, registro);
  if (!revisada.ok) return revisada;

  const hasta = vigenciaHasta(trx.ahora);
  const acto = actoDeFormalizacion(registro, fechaEnBogota(hasta));
  const { presentacion, mostrado } = await presentarActo(trx, FORMALIZACION, acto);
  if (mostrado !== p.mostrado) {
    return rechazo('cambio-lo-mostrado', 'Los datos cambiaron mientras los veía. Revíselos otra vez.', {
      huellas: { mostrada: p.mostrado, actual: mostrado },
    });
  }
  const usada = await usarClaveDinamica(trx, e, { sesion: p.sesion, persona, mostrado, escrita: p.codigo });
  if (!usada.ok) return usada;

  const comprobacion = { registro: 'coincide', canal: usada.canal, destino: usada.enmascarado };
  const abierta = await emitirCertificado(trx, e, { ...p, acuerdo: acuerdo.id, hasta, comprobacion });
  const ahora = trx.ahora.toISOString();
  const guardado = await guardarFirmado(trx, e, {
    tipo: trx.casa.uno(TIPOS_DE_ACTO, FORMALIZACION),
    persona,
    titular: persona,
    acto,
    presentacion,
    mostrado,
    factores: [
      { factor: 'registro-de-identidad', usadoEn: ahora },
      {
        factor: 'clave-dinamica',
        canal: usada.canal,
        destino: usada.enmascarado,
        pedidaEn: usada.pedidaEn.toISOString(),
        usadoEn: ahora,
      },
      { factor: 'contrasena', usadoEn: ahora },
    ],
    abierta,
    sesion: p.sesion,
    clave: p.clave,
  });
  return { ok: true, acto: guardado };
}

async function emitirCertificado(
  trx: Transaccion,
  e: EntornoFirma,
  p: Pick<PedidoDeEmision, 'persona' | 'registro' | 'contrasena'> & {
    acuerdo: string;
    hasta: Date;
    comprobacion: Record<string, string>;
  },
): Promise<{ clave: CryptoKey; certificado: CertificadoEnUso }> {
  const { persona, registro, hasta } = p;
  const { identificacion: i } = registro;
  const { publica, sobre, clave } = await crearClavePersona({
    contrasena: p.contrasena,
    pimienta: pimienta(e.claves),
    contexto: contextoDeClave(persona),
  });
  const juntar = (...partes: (string | undefined)[]) => partes.filter(Boolean).join(' ');
  const { pem, serie } = await emitirCertificadoPersona(e.autoridad.material, {
    persona: {
      nit: registro.nit,
      apellidos: juntar(i.primerApellido, i.segundoApellido),
      nombres: juntar(i.primerNombre, i.otrosNombres),
    },
    publica,
    desde: trx.ahora,
    hasta,
    urlLista: `${e.urlPublica}/firma/revocados.crl`,
    urlPolitica: `${e.urlPublica}/firma/politica`,
    demostracion: e.demostracion,
  });
  const anterior = await revocarPropio(trx, 'reemplazo');
  const certificado: CertificadoEnUso = {
    id: uuidv7(trx.ahora),
    pem,
    serie,
    nit: registro.nit,
    nombre: nombreDe(registro),
    desde: trx.ahora,
    hasta,
  };
  await sql`insert into firma.certificado (id, persona_id, serie, pem, nit, nombre, desde, hasta, acuerdo_id, comprobacion)
    values (${certificado.id}, ${persona}, ${serie}, ${pem}, ${certificado.nit}, ${certificado.nombre}, ${trx.ahora},
            ${hasta}, ${p.acuerdo}, ${JSON.stringify(p.comprobacion)}::jsonb)`.execute(trx.bd);
  await sql`insert into firma.clave (persona_id, certificado_id, sobre, cambiada_en, usada_en)
    values (${persona}, ${certificado.id}, ${JSON.stringify(sobre)}::jsonb, ${trx.ahora}, ${trx.ahora})`.execute(
    trx.bd,
  );
  await auditar(trx, {
    accion: 'firma.emitir-certificado',
    persona,
    objeto: `certificado:${certificado.id}`,
    datos: { serie, ...definidos({ reemplaza: anterior || undefined }) },
  });
  return { clave, certificado };
}

/** @returns the serial number of what was revoked; undefined when nothing was in force */
export async function revocarPropio(trx: Transaccion, causal: string): Promise<string | undefined> {
  const serie = (await llamar(trx, 'firma.revocar_propio', { causal, ahora: trx.ahora })) ?? undefined;
  if (serie) await encolar(trx, PUBLICAR_LISTA, {}, { clave: PUBLICAR_LISTA });
  return serie;
}
