import datos from './datos/usuarios-aduaneros.json' with { type: 'json' };

/** A quality of box 54, which goes with code 10 of box 53. */
export interface UsuarioAduanero {
  /** Two digits. */
  codigo: string;
  nombre: string;
}

export const USUARIOS_ADUANEROS: readonly UsuarioAduanero[] = datos.calidades;
