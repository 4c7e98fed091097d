;; One loop for all products of matrices, of the convolution and of its training: C += A · B, four lanes at a time.
;;
;; C has m rows and n columns (n a multiple of 8), A is m × k, B is k × n; 32-bit floats. Places are in bytes, steps in floats.
;; A's element (row r, place i) lies at a + 4·(r·arow + i·acol), so that A may lie transposed, or its rows overlap as those of a
;; convolution do; the rows of B and C lie brow and crow floats apart.
(module
  (import "env" "memory" (memory 1))
  (func (export "multiplyAdd")
    (param $m i32) (param $n i32) (param $k i32)
    (param $a i32) (param $arow i32) (param $acol i32)
    (param $b i32) (param $brow i32) (param $c i32) (param $crow i32)
    (local $j i32) (local $r i32) (local $i i32)
    (local $p i32) (local $q i32) (local $at i32)
    (local $c0 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $p1 i32) (local $p2 i32) (local $p3 i32)
    (local $b0 v128) (local $b1 v128) (local $x v128)
    (local $s00 v128) (local $s01 v128) (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128) (local $s30 v128) (local $s31 v128)
    (local.set $arow (i32.shl (local.get $arow) (i32.const 2)))
    (local.set $acol (i32.shl (local.get $acol) (i32.const 2)))
    (local.set $brow (i32.shl (local.get $brow) (i32.const 2)))
    (local.set $crow (i32.shl (local.get $crow) (i32.const 2)))
    (local.set $n (i32.shl (local.get $n) (i32.const 2)))
    (loop $columns
      (if (i32.lt_s (local.get $j) (local.get $n)) (then
        (local.set $r (i32.const 0))
        ;; Four rows of C at a time, eight columns: eight registers of sums.
        (loop $fours
          (if (i32.le_s (i32.add (local.get $r) (i32.const 4)) (local.get $m)) (then
            (local.set $c0 (i32.add (i32.add (local.get $c) (i32.mul (local.get $r) (local.get $crow))) (local.get $j)))
            (local.set $c1 (i32.add (local.get $c0) (local.get $crow)))
            (local.set $c2 (i32.add (local.get $c1) (local.get $crow)))
            (local.set $c3 (i32.add (local.get $c2) (local.get $crow)))
            (local.set $s00 (v128.load (local.get $c0))) (local.set $s01 (v128.load offset=16 (local.get $c0)))
            (local.set $s10 (v128.load (local.get $c1))) (local.set $s11 (v128.load offset=16 (local.get $c1)))
            (local.set $s20 (v128.load (local.get $c2))) (local.set $s21 (v128.load offset=16 (local.get $c2)))
            (local.set $s30 (v128.load (local.get $c3))) (local.set $s31 (v128.load offset=16 (local.get $c3)))
            (local.set $p (i32.add (local.get $a) (i32.mul (local.get $r) (local.get $arow))))
            (local.set $p1 (i32.add (local.get $p) (local.get $arow)))
            (local.set $p2 (i32.add (local.get $p1) (local.get $arow)))
            (local.set $p3 (i32.add (local.get $p2) (local.get $arow)))
            (local.set $q (i32.add (local.get $b) (local.get $j)))
            (local.set $i (local.get $k))
            (loop $inner
              (if (local.get $i) (then
                (local.set $b0 (v128.load (local.get $q))) (local.set $b1 (v128.load offset=16 (local.get $q)))
                (local.set $x (v128.load32_splat (local.get $p)))
                (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (local.get $b0))))
                (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (local.get $b1))))
                (local.set $x (v128.load32_splat (local.get $p1)))
                (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $x) (local.get $b0))))
                (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $x) (local.get $b1))))
                (local.set $x (v128.load32_splat (local.get $p2)))
                (local.set $s20 (f32x4.add (local.get $s20) (f32x4.mul (local.get $x) (local.get $b0))))
                (local.set $s21 (f32x4.add (local.get $s21) (f32x4.mul (local.get $x) (local.get $b1))))
                (local.set $x (v128.load32_splat (local.get $p3)))
                (local.set $s30 (f32x4.add (local.get $s30) (f32x4.mul (local.get $x) (local.get $b0))))
                (local.set $s31 (f32x4.add (local.get $s31) (f32x4.mul (local.get $x) (local.get $b1))))
                (local.set $p (i32.add (local.get $p) (local.get $acol)))
                (local.set $p1 (i32.add (local.get $p1) (local.get $acol)))
                (local.set $p2 (i32.add (local.get $p2) (local.get $acol)))
                (local.set $p3 (i32.add (local.get $p3) (local.get $acol)))
                (local.set $q (i32.add (local.get $q) (local.get $brow)))
                (local.set $i (i32.sub (local.get $i) (i32.const 1)))
                (br $inner))))
            (v128.store (local.get $c0) (local.get $s00)) (v128.store offset=16 (local.get $c0) (local.get $s01))
            (v128.store (local.get $c1) (local.get $s10)) (v128.store offset=16 (local.get $c1) (local.get $s11))
            (v128.store (local.get $c2) (local.get $s20)) (v128.store offset=16 (local.get $c2) (local.get $s21))
            (v128.store (local.get $c3) (local.get $s30)) (v128.store offset=16 (local.get $c3) (local.get $s31))
            (local.set $r (i32.add (local.get $r) (i32.const 4)))
            (br $fours))))
        ;; What is left of the rows, one at a time.
        (loop $ones
          (if (i32.lt_s (local.get $r) (local.get $m)) (then
            (local.set $c0 (i32.add (i32.add (local.get $c) (i32.mul (local.get $r) (local.get $crow))) (local.get $j)))
            (local.set $s00 (v128.load (local.get $c0))) (local.set $s01 (v128.load offset=16 (local.get $c0)))
            (local.set $p (i32.add (local.get $a) (i32.mul (local.get $r) (local.get $arow))))
            (local.set $q (i32.add (local.get $b) (local.get $j)))
            (local.set $i (local.get $k))
            (loop $inner
              (if (local.get $i) (then
                (local.set $x (v128.load32_splat (local.get $p)))
                (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (v128.load (local.get $q)))))
                (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $q)))))
                (local.set $p (i32.add (local.get $p) (local.get $acol)))
                (local.set $q (i32.add (local.get $q) (local.get $brow)))
                (local.set $i (i32.sub (local.get $i) (i32.const 1)))
                (br $inner))))
            (v128.store (local.get $c0) (local.get $s00)) (v128.store offset=16 (local.get $c0) (local.get $s01))
            (local.set $r (i32.add (local.get $r) (i32.const 1)))
            (br $ones))))
        (local.set $j (i32.add (local.get $j) (i32.const 32)))
        (br $columns))))))
