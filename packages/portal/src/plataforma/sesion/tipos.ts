export type Medio = 'navegador' | 'api';

export interface Sesion {
  id: string;
  /** The bearer secret: in the browser's cookie or in the API's `Authorization`. Only its hash is stored. */
  token: string;
  medio: Medio;
  /** When it ends however much it is used. */
  vence: Date;
  /** Absent for a visitor who has not said who they are. */
  persona?: string;
  /** Officials have accounts of their own: a session is of one or of the other. */
  funcionario?: string;
  /** When a factor was last proved in it; absent where the secret of the proof did not come too. */
  probadaEn?: Date;
  /** The same for a factor that whoever reads the mailbox does not have: passkey, authenticator, code to the phone. */
  reforzadaEn?: Date;
  /** Secret of a proof just made, for the cookie `prueba`; never read back. */
  prueba?: string;
}
