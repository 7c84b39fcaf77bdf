import canonicalize from 'canonicalize';
import type { RegistroRut } from '@autogestion/normas/rut';
import {
  auditar,
  idPublico,
  llamar,
  nuevoRadicado,
  publicar,
  sha256,
  uuidv7,
  type Transaccion,
} from '../plataforma/index.ts';
import { emitirPrimero } from '../sello/index.ts';
import { COPIA, publicoDeCopia } from './copia.ts';
import { nuevoFormulario } from './escribir-version.ts';

interface Inscripcion {
  registro: RegistroRut;
  /** Copies say «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
  /** Natural persons: the e-mail serves only one. */
  correoUnico: boolean;
  /** Whether the first copy also goes to the e-mail of the RUT when it is sealed. */
  entregarCopia: boolean;
}

interface Inscrito {
  titular: string;
  idPublico: string;
  nit: string;
  dv: number;
  radicado: string;
  formulario: string;
  /** Hash of what was registered, hexadecimal. */
  hash: string;
  /** Public identifier of the first copy, which a job will seal and send. */
  copia: string;
}

/**
 * Version 1 of a RUT: the person, the form, the radicado and the first copy, in the caller's transaction.
 * The database refuses a second registration of the same document, NIT or e-mail (unique constraints).
 */
export async function inscribir(
  trx: Transaccion,
  { registro, demostracion, correoUnico, entregarCopia }: Inscripcion,
): Promise<Inscrito> {
  const titular = uuidv7(trx.ahora);
  const version = uuidv7(trx.ahora);
  const publico = idPublico();
  const radicado = await nuevoRadicado(trx, 'RU');
  const formulario = await nuevoFormulario(trx);
  const texto = canonicalize(registro) ?? '';
  const hash = sha256(texto);
  const { tipoDocumento = null, numero = null } = registro.identificacion;
  await llamar(trx, 'rut.inscribir', {
    titular,
    idPublico: publico,
    nit: registro.nit,
    dv: registro.dv,
    tipoContribuyente: registro.tipoContribuyente,
    tipoDocumento,
    numeroDocumento: numero,
    correo: correoUnico ? registro.ubicacion.correo : null,
    version,
    formulario,
    registro,
    radicado,
    hash,
    ahora: trx.ahora,
  });
  await auditar(trx, {
    accion: 'rut.inscribir',
    persona: titular,
    objeto: `version:${version}`,
    datos: { radicado },
  });
  await publicar(trx, 'rut.version-creada', { id: version });
  const copia = await emitirPrimero(trx, {
    tipo: COPIA,
    titular,
    publico: publicoDeCopia({
      registro,
      estado: { estado: 'activo', desde: trx.hoy },
      fecha: trx.hoy,
      demostracion,
    }),
    contenido: { version, origen: 'inscripcion', ...(entregarCopia && { entregar: 'si' }) },
    clave: `inscripcion:${version}`,
    ...(!entregarCopia && { prioridad: 'nadieEspera' }),
  });
  return {
    titular,
    idPublico: publico,
    nit: registro.nit,
    dv: registro.dv,
    radicado,
    formulario,
    hash: hash.toString('hex'),
    copia: copia.idPublico,
  };
}
