import { CarpetaDeIntentos } from '../src/plataforma/contingencia/carpeta.ts';
import { relojDelSistema } from '../src/plataforma/reloj/index.ts';

/** A process that writes attempts down until it is killed, and says each number once it has been answered. */
const carpeta = new CarpetaDeIntentos({ directorio: process.argv[2] ?? '', reloj: relojDelSistema });
const anotar = async (): Promise<never> => {
  for (;;) {
    const { numero } = await carpeta.anotar({
      en: new Date(),
      que: 'firmar',
      causa: 'falla',
      referencia: 'r',
      sobre: 'c29icmU=',
    });
    process.send?.(numero);
  }
};
await Promise.all([anotar(), anotar(), anotar()]);
