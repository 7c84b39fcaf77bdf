import { refuerzoHasta } from '@autogestion/normas/firma';
import { llamar, type Transaccion } from '../plataforma/index.ts';

export type Canal = 'correo' | 'sms';

interface CanalDeFirma {
  canal: Canal;
  destino: string;
  /** Enough for its owner to know it: `m…a@ejemplo.co`, `300 ••• ••12`. */
  enmascarado: string;
}

export interface CanalesDeFirma {
  /** Where a dynamic key may be sent today. */
  admitidos: CanalDeFirma[];
  /** Registered a short time ago: until when a key sent there is not enough. */
  enEspera: { canal: Canal; hasta: Date }[];
  /** E-mails that are told what is done with the signature: the registered one and, while it is new, the one before. */
  avisos: string[];
}

export interface Contacto {
  correo: string | null;
  telefono: string | null;
  desde: Date;
}

/** Where whoever acts may receive a dynamic key, out of their own RUT. */
export async function canalesDe(trx: Transaccion): Promise<CanalesDeFirma> {
  const historia: Contacto[] = await llamar(trx, 'firma.contacto_propio', {});
  return canalesDeHistoria(historia, trx.ahora);
}

/** @param historia of the RUT, oldest first */
export function canalesDeHistoria(historia: readonly Contacto[], ahora: Date): CanalesDeFirma {
  const actual = historia.at(-1);
  const admitidos: CanalDeFirma[] = [];
  const enEspera: CanalesDeFirma['enEspera'] = [];
  const mirar = (canal: Canal, destino: string | undefined, valorEn: (c: Contacto) => string | undefined) => {
    if (!destino) return;
    const hasta = refuerzoHasta(
      historia.map((c) => ({ valor: valorEn(c), desde: c.desde })),
      ahora,
    );
    if (hasta) enEspera.push({ canal, hasta });
    else admitidos.push({ canal, destino, enmascarado: enmascarar(canal, destino) });
  };
  const correo = (c: Contacto) => c.correo?.toLowerCase();
  mirar('correo', actual?.correo ?? undefined, correo);
  mirar('sms', movil(actual), movil);
  return { admitidos, enEspera, avisos: avisosDe(historia, enEspera) };
}

/** Whoever took an account over and put their own e-mail must not be the only one to be told. */
function avisosDe(historia: readonly Contacto[], enEspera: CanalesDeFirma['enEspera']): string[] {
  const actual = historia.at(-1)?.correo;
  const nuevo = enEspera.some(({ canal }) => canal === 'correo');
  const anterior = nuevo ? historia.findLast(({ correo }) => correo !== actual)?.correo : undefined;
  return [actual, anterior].filter((correo) => typeof correo === 'string');
}

/** Mobiles of Colombia: ten digits, the first a 3. A landline receives no messages. */
function movil(contacto: Contacto | undefined): string | undefined {
  const numero = contacto?.telefono?.replace(/\D/g, '');
  return numero && /^3\d{9}$/.test(numero) ? numero : undefined;
}

function enmascarar(canal: Canal, destino: string): string {
  if (canal === 'sms') return `${destino.slice(0, 3)} ••• ••${destino.slice(-2)}`;
  const [cuenta = '', dominio = ''] = destino.split('@');
  return `${cuenta.slice(0, 1)}…${cuenta.length > 2 ? cuenta.slice(-1) : ''}@${dominio}`;
}
