import { AwsClient } from 'aws4fetch';

export interface AlmacenObjetos {
  poner(clave: string, contenido: Buffer, tipo: string): Promise<void>;
  leer(clave: string): Promise<Buffer>;
  /** Deleting what is not there is no fault. */
  borrar(clave: string): Promise<void>;
}

interface OpcionesS3 {
  endpoint: string;
  region: string;
  bucket: string;
  idLlave: string;
  secreto: string;
}

/** Object store that speaks the S3 API, path style, requests signed with SigV4. */
export function almacenS3(o: OpcionesS3): AlmacenObjetos {
  const cliente = new AwsClient({
    accessKeyId: o.idLlave,
    secretAccessKey: o.secreto,
    region: o.region,
    service: 's3',
    retries: 3,
  });
  const url = (clave: string) => `${o.endpoint.replace(/\/$/, '')}/${o.bucket}/${clave}`;
  const pedir = async (clave: string, init: RequestInit) => {
    const r = await cliente.fetch(url(clave), { ...init, signal: AbortSignal.timeout(30_000) });
    if (!r.ok && !(init.method === 'DELETE' && r.status === 404))
      throw new Error(`The object store answered ${r.status} to ${init.method ?? 'GET'}`);
    return r;
  };
  return {
    async poner(clave, contenido, tipo) {
      await pedir(clave, {
        method: 'PUT',
        body: new Uint8Array(contenido),
        headers: { 'content-type': tipo },
      });
    },
    async leer(clave) {
      return Buffer.from(await (await pedir(clave, { method: 'GET' })).arrayBuffer());
    },
    async borrar(clave) {
      await pedir(clave, { method: 'DELETE' });
    },
  };
}
