import { obligadoADeclarar } from '@autogestion/normas/formularios/210';
import { pagina, rechazo, ruta, type Reloj, type Ruta } from '../../plataforma/index.ts';
import { claseDe } from '../clases/index.ts';
import { paginaDeboDeclarar, paginaSiDebe } from './paginas/debo-declarar.tsx';
import { loQueDecide } from './preguntas.ts';

/** Whether one must file, without an account: nothing is kept and nothing of it is in an address. */
export function rutasDeDeboDeclarar({ reloj }: { reloj: Reloj }): Ruta[] {
  const anios = () => claseDe('210').anios(reloj.hoy());
  return [
    ruta({
      acceso: 'publico',
      nombre: 'declaraciones.debo-declarar',
      metodo: 'GET',
      camino: '/declaraciones/debo-declarar',
      manejar: async (p) => pagina(paginaDeboDeclarar({ anios, valores: p.escrito })),
    }),
    ruta({
      acceso: 'publico',
      nombre: 'declaraciones.ver-si-debo',
      metodo: 'POST',
      camino: '/declaraciones/debo-declarar',
      porMinuto: 60,
      cuerpo: loQueDecide(anios).esquema,
      invalido: async (p, campos) => paginaDeboDeclarar({ anios, valores: p.escrito, errores: campos }),
      async manejar(p) {
        const { anio, ...hechos } = p.cuerpo;
        if (!anios().includes(Number(anio))) return rechazo({ anio: 'Elija el año.' });
        return pagina(
          paginaSiDebe({ anio: Number(anio), obligacion: obligadoADeclarar(hechos, Number(anio)) }),
        );
      },
    }),
  ];
}
