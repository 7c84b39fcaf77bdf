import {
  certificadoAPem,
  emitirCertificado,
  leerCertificado,
  PROPOSITO,
  USO,
} from '../src/autoridad/certificado.ts';
import { exportarClave, generarClaves, importarClave } from '../src/autoridad/claves.ts';
import { POLITICA } from '../src/autoridad/papeles.ts';
import type { MaterialAutoridad, ParDeClaves } from '../src/autoridad/material.ts';
import { AHORA } from './muestras.ts';

/** Under the same root, what an office had before its certificates and authorities had policies. */
export async function autoridadDeAntes(material: MaterialAutoridad): Promise<MaterialAutoridad> {
  const { nombre, raiz } = material;
  const emitir = async (
    parte: string,
    emisor: { certificado: string; clave?: string },
    uso: Pick<Parameters<typeof emitirCertificado>[0], 'usos' | 'autoridad' | 'propositos' | 'politicas'>,
  ): Promise<ParDeClaves> => {
    const { publicKey, privateKey } = await generarClaves();
    const certificado = await emitirCertificado({
      ...uso,
      titular: { nombre: `${nombre} · ${parte}`, organizacion: nombre },
      publica: publicKey,
      emisor: {
        certificado: leerCertificado(emisor.certificado),
        clave: await importarClave(emisor.clave ?? ''),
      },
      desde: AHORA,
      hasta: new Date(AHORA.getTime() + 3 * 365 * 86_400_000),
    });
    return { certificado: certificadoAPem(certificado), clave: await exportarClave(privateKey) };
  };
  const deAutoridad = { autoridad: { niveles: 0 }, usos: [USO.firmaDeCertificados, USO.firmaDeListas] };
  const deHoja = [USO.firma, USO.noRepudio];
  const intermedia = await emitir('Intermedia', raiz, deAutoridad);
  return {
    ...material,
    intermedia,
    personas: await emitir('Personas', raiz, deAutoridad),
    sello: await emitir('Sello', intermedia, {
      usos: deHoja,
      propositos: { oids: [PROPOSITO.documentos, PROPOSITO.correo], critico: false },
    }),
    estampado: await emitir('Estampado cronológico', intermedia, {
      usos: deHoja,
      propositos: { oids: [PROPOSITO.estampado], critico: true },
    }),
    // It came afterwards, under the intermediate that there was.
    respuesta: await emitir('Respuestas', intermedia, {
      usos: deHoja,
      propositos: { oids: [PROPOSITO.documentos], critico: false },
      politicas: [{ oid: POLITICA.respuesta }],
    }),
  };
}
